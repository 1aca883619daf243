package io.ephor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one generate rule wants of its host: the resources to make, and the settings that say how their life goes on.
 * Immutable and thread-safe.
 *
 * <p>The {@link RuleResult} of the rule says whether the rule applies, as Kyverno's rule response does: {@code pass} for
 * a trigger of the rule, {@code fail} for one that is its trigger no longer. Making the resources comes afterwards, in
 * the background, and neither blocks a request nor changes that status: what goes wrong there is the {@link #failure}.
 */
public final class Generation {
    private final String rule;
    private final List<GeneratedResource> resources;
    private final @Nullable String failure;
    private final @Nullable Throwable cause;
    private final boolean triggerLeft;
    private final Map<String, String> downstreamLabels;
    private final boolean synchronize;
    private final boolean orphanDownstreamOnPolicyDelete;
    private final boolean generateExisting;
    private final boolean serverSideApply;

    private Generation(Builder builder) {
        this.rule = builder.rule;
        this.resources = builder.resources;
        this.failure = builder.failure;
        this.cause = builder.cause;
        this.triggerLeft = builder.triggerLeft;
        this.downstreamLabels = builder.downstreamLabels;
        this.synchronize = builder.synchronize;
        this.orphanDownstreamOnPolicyDelete = builder.orphanDownstreamOnPolicyDelete;
        this.generateExisting = builder.generateExisting;
        this.serverSideApply = builder.serverSideApply;
    }

    /**
     * {@return a builder of what a rule wants: nothing, unless more is set}
     *
     * @param rule the name of the rule
     */
    public static Builder builder(String rule) {
        return new Builder(rule);
    }

    /** {@return the name of the rule} */
    public String rule() {
        return rule;
    }

    /**
     * {@return the resources to create or update, in order} Where there is a {@link #failure}, those that the rule made
     * nevertheless.
     */
    public List<GeneratedResource> resources() {
        return resources;
    }

    /** {@return why a resource could not be made, in Kyverno's words; null where nothing went wrong} */
    public @Nullable String failure() {
        return failure;
    }

    /** {@return the exception of a lookup that led to the failure, or null} */
    public @Nullable Throwable cause() {
        return cause;
    }

    /**
     * {@return whether the resources that the rule made earlier for this trigger are to be deleted: the trigger is gone
     * or left the rule, and the rule keeps its resources in step ({@link #synchronize})} They carry the
     * {@link #downstreamLabels}.
     */
    public boolean deletesDownstream() {
        return triggerLeft && synchronize;
    }

    /** {@return the labels of every resource that the rule made for this trigger} */
    public Map<String, String> downstreamLabels() {
        return downstreamLabels;
    }

    /** {@return whether resources are kept like their source, and deleted with their trigger} */
    public boolean synchronize() {
        return synchronize;
    }

    /** {@return whether resources stay when the policy or the rule is deleted, although they are synchronized} */
    public boolean orphanDownstreamOnPolicyDelete() {
        return orphanDownstreamOnPolicyDelete;
    }

    /** {@return whether a new or changed policy is run for the triggers that exist already} */
    public boolean generateExisting() {
        return generateExisting;
    }

    /** {@return whether resources are to be written by server-side apply} */
    public boolean serverSideApply() {
        return serverSideApply;
    }

    /** {@return the rule and what it wants, on one line} */
    @Override
    public String toString() {
        String fault = failure == null ? "" : ", " + failure;
        return rule + ": " + resources + fault + (deletesDownstream() ? ", deletes downstream" : "");
    }

    /** Collects what a rule wants. Not thread-safe. */
    public static final class Builder {
        private final String rule;
        private List<GeneratedResource> resources = List.of();
        private @Nullable String failure;
        private @Nullable Throwable cause;
        private boolean triggerLeft;
        private Map<String, String> downstreamLabels = Map.of();
        private boolean synchronize;
        private boolean orphanDownstreamOnPolicyDelete;
        private boolean generateExisting;
        private boolean serverSideApply;

        private Builder(String rule) {
            this.rule = Objects.requireNonNull(rule, "rule");
        }

        /**
         * Sets the resources to make.
         *
         * @param made the resources, in order; copied
         * @return this builder
         */
        public Builder resources(List<GeneratedResource> made) {
            this.resources = List.copyOf(made);
            return this;
        }

        /**
         * Sets what went wrong.
         *
         * @param text why a resource could not be made, or null
         * @param thrown the exception of a lookup that led to it, or null
         * @return this builder
         */
        public Builder failure(@Nullable String text, @Nullable Throwable thrown) {
            this.failure = text;
            this.cause = thrown;
            return this;
        }

        /**
         * Sets whether the trigger is gone, or is no trigger of the rule any more.
         *
         * @param left whether that is so
         * @return this builder
         */
        public Builder triggerLeft(boolean left) {
            this.triggerLeft = left;
            return this;
        }

        /**
         * Sets by which labels resources of the rule and its trigger are found.
         *
         * @param labels the labels; copied
         * @return this builder
         */
        public Builder downstreamLabels(Map<String, String> labels) {
            this.downstreamLabels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            return this;
        }

        /**
         * Sets whether resources are kept like their source.
         *
         * @param synchronize whether that is so
         * @return this builder
         */
        public Builder synchronize(boolean synchronize) {
            this.synchronize = synchronize;
            return this;
        }

        /**
         * Sets whether resources outlive the policy.
         *
         * @param orphan whether that is so
         * @return this builder
         */
        public Builder orphanDownstreamOnPolicyDelete(boolean orphan) {
            this.orphanDownstreamOnPolicyDelete = orphan;
            return this;
        }

        /**
         * Sets whether the rule is run for triggers that exist already.
         *
         * @param existing whether that is so
         * @return this builder
         */
        public Builder generateExisting(boolean existing) {
            this.generateExisting = existing;
            return this;
        }

        /**
         * Sets whether resources are written by server-side apply.
         *
         * @param apply whether that is so
         * @return this builder
         */
        public Builder serverSideApply(boolean apply) {
            this.serverSideApply = apply;
            return this;
        }

        /** {@return what was collected} */
        public Generation build() {
            return new Generation(this);
        }
    }
}
