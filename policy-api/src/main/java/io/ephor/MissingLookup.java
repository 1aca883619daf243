package io.ephor;

import java.util.Objects;

/**
 * A lookup that a rule needed and was not given. Its context entry is as if it were not there. Immutable and
 * thread-safe.
 */
public final class MissingLookup {
    private final String entry;
    private final String kind;

    private MissingLookup(String entry, String kind) {
        this.entry = Objects.requireNonNull(entry, "entry");
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /**
     * {@return what is missing for a context entry}
     *
     * @param entry the name of the context entry
     * @param kind the field of the entry that names the source, such as {@code configMap}
     */
    public static MissingLookup of(String entry, String kind) {
        return new MissingLookup(entry, kind);
    }

    /**
     * {@return the name of the context entry; {@code mutate.targets} for the targets of a rule, {@code validate.manifests} for
     * its signatures}
     */
    public String entry() {
        return entry;
    }

    /**
     * {@return the field of the entry that names the source: {@code configMap}, {@code apiCall}, {@code globalReference} or
     * {@code imageRegistry}; {@code resources} for resources that exist already, {@code manifestSignatures} for signatures of
     * manifests}
     */
    public String kind() {
        return kind;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MissingLookup that && entry.equals(that.entry) && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entry, kind);
    }

    /** {@return kind and entry, such as {@code configMap codes}} */
    @Override
    public String toString() {
        return kind + " " + entry;
    }
}
