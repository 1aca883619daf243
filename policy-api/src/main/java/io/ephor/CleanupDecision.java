package io.ephor;

import io.ephor.values.SourceRange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource would be deleted now, and why. Immutable and thread-safe.
 *
 * <p>Code should look at {@link #deletes()} and {@link #reason()}; the texts are for people and may improve.
 */
public final class CleanupDecision {
    private final CleanupReason reason;
    private final String message;
    private final @Nullable SourceRange source;
    private final @Nullable PropagationPolicy propagationPolicy;
    private final @Nullable Instant expiry;
    private final @Nullable Throwable cause;
    private final List<MissingLookup> missingLookups;

    private CleanupDecision(Builder builder) {
        this.reason = builder.reason;
        this.message = builder.message;
        this.source = builder.source;
        this.propagationPolicy = builder.propagationPolicy;
        this.expiry = builder.expiry;
        this.cause = builder.cause;
        this.missingLookups = builder.missingLookups;
    }

    /**
     * {@return a builder of a decision}
     *
     * @param reason why the resource goes or stays
     * @param message one line that says the same to people
     */
    public static Builder builder(CleanupReason reason, String message) {
        return new Builder(reason, message);
    }

    /** {@return whether the resource would be deleted} */
    public boolean deletes() {
        return reason == CleanupReason.MATCHED || reason == CleanupReason.EXPIRED;
    }

    /** {@return why the resource goes or stays} */
    public CleanupReason reason() {
        return reason;
    }

    /** {@return one line that says why, with the condition or the error where that decided} */
    public String message() {
        return message;
    }

    /** {@return the place in the policy that decided, or null where a label decided} */
    public @Nullable SourceRange source() {
        return source;
    }

    /**
     * {@return what becomes of the resources that this one owns, or null where the resource stays, or Kubernetes decides}
     */
    public @Nullable PropagationPolicy propagationPolicy() {
        return propagationPolicy;
    }

    /** {@return after which time the resource is deleted by its label, or null where no label says so} */
    public @Nullable Instant expiry() {
        return expiry;
    }

    /** {@return the exception of a lookup that led to an error, or null} */
    public @Nullable Throwable cause() {
        return cause;
    }

    /** {@return the lookups that were not given although a condition mentioned an entry that needs them} */
    public List<MissingLookup> missingLookups() {
        return missingLookups;
    }

    /** {@return what happens and why, such as {@code kept: exclude selects the resource}} */
    @Override
    public String toString() {
        return (deletes() ? "deleted: " : reason == CleanupReason.ERROR ? "kept, error: " : "kept: ") + message;
    }

    /** Collects the parts of a decision. Not thread-safe. */
    public static final class Builder {
        private final CleanupReason reason;
        private final String message;
        private @Nullable SourceRange source;
        private @Nullable PropagationPolicy propagationPolicy;
        private @Nullable Instant expiry;
        private @Nullable Throwable cause;
        private List<MissingLookup> missingLookups = List.of();

        private Builder(CleanupReason reason, String message) {
            this.reason = Objects.requireNonNull(reason, "reason");
            this.message = Objects.requireNonNull(message, "message");
        }

        /**
         * Sets the place in the policy that decided.
         *
         * @param source the place, or null
         * @return this builder
         */
        public Builder source(@Nullable SourceRange source) {
            this.source = source;
            return this;
        }

        /**
         * Sets what becomes of the resources that the deleted one owns.
         *
         * @param propagationPolicy what becomes of them, or null
         * @return this builder
         */
        public Builder propagationPolicy(@Nullable PropagationPolicy propagationPolicy) {
            this.propagationPolicy = propagationPolicy;
            return this;
        }

        /**
         * Sets the time in the label of the resource.
         *
         * @param expiry the time, or null
         * @return this builder
         */
        public Builder expiry(@Nullable Instant expiry) {
            this.expiry = expiry;
            return this;
        }

        /**
         * Sets the exception of a lookup that led to an error.
         *
         * @param cause the exception, or null
         * @return this builder
         */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        /**
         * Sets the lookups that were not given.
         *
         * @param missingLookups the lookups
         * @return this builder
         */
        public Builder missingLookups(List<MissingLookup> missingLookups) {
            this.missingLookups = List.copyOf(missingLookups);
            return this;
        }

        /** {@return the decision} */
        public CleanupDecision build() {
            return new CleanupDecision(this);
        }
    }
}
