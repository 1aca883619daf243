package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResourceKind;
import io.ephor.values.PatchOperation;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An existing resource that a mutate rule with {@code targets} changed. It is for the host to write it back. Immutable and
 * thread-safe as long as nobody writes to the nodes.
 */
public final class PatchedTarget {
    private final String rule;
    private final ResourceKind kind;
    private final JsonNode before;
    private final JsonNode after;
    private final Supplier<List<PatchOperation>> source;

    // Written by whichever thread asks first; every thread would compute the same.
    private volatile @Nullable List<PatchOperation> patch;

    private PatchedTarget(
            String rule, ResourceKind kind, JsonNode before, JsonNode after, Supplier<List<PatchOperation>> source) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
        this.source = Objects.requireNonNull(source, "patch");
    }

    /**
     * {@return a target changed by the named rule}
     *
     * @param rule the name of the rule
     * @param kind the kind as the rule names it, with the subresource where it names one
     * @param before the object as the lookup returned it
     * @param after the object afterwards, sharing untouched nodes with the one before
     * @param patch computes the operations that lead from one to the other; asked when somebody wants them, always with the
     *     same answer
     */
    public static PatchedTarget of(
            String rule, ResourceKind kind, JsonNode before, JsonNode after, Supplier<List<PatchOperation>> patch) {
        return new PatchedTarget(rule, kind, before, after, patch);
    }

    /** {@return the name of the rule that changed the target} */
    public String rule() {
        return rule;
    }

    /**
     * {@return the kind as the rule names it, whose group and version may be {@code *}} For a subresource it is that of the
     * resource that has it, which the object itself need not be of: the {@code scale} of a Deployment is a Scale.
     */
    public ResourceKind kind() {
        return kind;
    }

    /** {@return the subresource through which the target is to be written, such as {@code status}; empty for the resource} */
    public String subresource() {
        return kind.subresource();
    }

    /** {@return the target as it was} */
    public JsonNode before() {
        return before;
    }

    /** {@return the target as it shall be} */
    public JsonNode after() {
        return after;
    }

    /** {@return what changed, as operations on the target as it was} */
    public List<PatchOperation> patch() {
        List<PatchOperation> known = patch;
        if (known == null) {
            known = List.copyOf(source.get());
            patch = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return rule + ": " + after;
    }
}
