package io.ephor;

import io.ephor.values.SourceRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one rule said about one resource. Immutable and thread-safe. */
public final class RuleResult {
    private final String name;
    private final RuleType type;
    private final RuleStatus status;
    private final Supplier<String> message;
    private final Supplier<SourceRange> source;
    private final Supplier<@Nullable String> at;
    private final @Nullable FailureAction failureAction;
    private final @Nullable Throwable cause;
    private final List<MissingLookup> missingLookups;
    private final Map<String, String> properties;
    private final List<PolicyException> exceptions;
    private final Supplier<@Nullable PodSecurityFindings> podSecurity;

    private RuleResult(Builder builder) {
        this.name = builder.name;
        this.type = builder.type;
        this.status = builder.status;
        this.message = builder.message;
        this.source = builder.source;
        this.at = builder.at;
        this.failureAction = builder.failureAction;
        this.cause = builder.cause;
        this.missingLookups = builder.missingLookups;
        this.properties = builder.properties;
        this.podSecurity = builder.podSecurity;
        this.exceptions = builder.exceptions;
    }

    /**
     * {@return a builder of the result of a rule}
     *
     * @param name the name of the rule
     * @param type what the rule does
     * @param status how the evaluation ended
     * @param message Kyverno's message
     * @param source the place in the policy that decided
     */
    public static Builder builder(String name, RuleType type, RuleStatus status, String message, SourceRange source) {
        Objects.requireNonNull(source, "source");
        return builder(name, type, status, message, () -> source);
    }

    /**
     * {@return a builder of the result of a rule}
     *
     * @param name the name of the rule
     * @param type what the rule does
     * @param status how the evaluation ended
     * @param message Kyverno's message
     * @param source finds the place in the policy that decided, when somebody asks for it; always the same one, from any
     *     thread
     */
    public static Builder builder(
            String name, RuleType type, RuleStatus status, String message, Supplier<SourceRange> source) {
        Objects.requireNonNull(message, "message");
        return builder(name, type, status, () -> message, source);
    }

    /**
     * {@return a builder of the result of a rule, whose message is written when somebody asks for it: most failures are
     * counted and never shown}
     *
     * @param name the name of the rule
     * @param type what the rule does
     * @param status how the evaluation ended
     * @param message writes Kyverno's message; always the same one, from any thread
     * @param source finds the place in the policy that decided, when somebody asks for it; always the same one, from any
     *     thread
     */
    public static Builder builder(
            String name, RuleType type, RuleStatus status, Supplier<String> message, Supplier<SourceRange> source) {
        return new Builder(
                name,
                type,
                status,
                Objects.requireNonNull(message, "message"),
                Objects.requireNonNull(source, "source"));
    }

    /** {@return the name of the rule; rules that autogen derived start with {@code autogen-}} */
    public String name() {
        return name;
    }

    /** {@return what the rule does} */
    public RuleType type() {
        return type;
    }

    /** {@return how the evaluation ended} */
    public RuleStatus status() {
        return status;
    }

    /** {@return Kyverno's message, to the letter} */
    public String message() {
        return message.get();
    }

    /** {@return the JSON pointer of the place in the resource that decided, or null where no single place did} */
    public @Nullable String at() {
        return at.get();
    }

    /** {@return the place in the policy that decided: the pattern node where there is one, otherwise the rule} */
    public SourceRange source() {
        return source.get();
    }

    /**
     * {@return what a failure of this rule means for this resource, overrides included; null unless the status is
     * {@link RuleStatus#FAIL}}
     */
    public @Nullable FailureAction failureAction() {
        return failureAction;
    }

    /** {@return the exception of a lookup that ended the rule, or null} */
    public @Nullable Throwable cause() {
        return cause;
    }

    /**
     * {@return the lookups that the rule would have asked and that the context does not have, by the context entries that
     * need them; empty for most rules}
     */
    public List<MissingLookup> missingLookups() {
        return missingLookups;
    }

    /**
     * {@return what the rule adds to reports: its {@code reportProperties}, in their order} Variables in them are
     * substituted; where that fails, all of them are as written. Empty for most rules.
     */
    public Map<String, String> properties() {
        return properties;
    }

    /**
     * {@return the policy exceptions because of which the rule did not judge the resource, in order; empty for most rules}
     */
    public List<PolicyException> exceptions() {
        return exceptions;
    }

    /**
     * {@return what the Pod Security Standards find wrong, of a rule that fails because of them; otherwise null} It is put
     * together when it is asked for.
     */
    public @Nullable PodSecurityFindings podSecurity() {
        return podSecurity.get();
    }

    /**
     * {@return this result with what the Pod Security Standards find wrong}
     *
     * @param findings gives what they find, whenever it is asked
     */
    public RuleResult withPodSecurity(Supplier<@Nullable PodSecurityFindings> findings) {
        Builder builder = copy();
        builder.podSecurity = findings;
        return builder.build();
    }

    /**
     * {@return this result with further lookups that the context does not have}
     *
     * @param further the lookups, which stand behind those that the result has already; what it has is not added again
     */
    public RuleResult withMissingLookups(List<MissingLookup> further) {
        if (missingLookups.containsAll(further)) {
            return this;
        }
        Set<MissingLookup> all = new LinkedHashSet<>(missingLookups);
        all.addAll(further);
        return copy().missingLookups(List.copyOf(all)).build();
    }

    /**
     * {@return this result with properties}
     *
     * @param added the properties, which stand before those that the result has already; of two with the same name that
     *     of the result counts
     */
    public RuleResult withProperties(Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>(added);
        all.putAll(properties);
        return copy().properties(all).build();
    }

    private Builder copy() {
        Builder builder = new Builder(name, type, status, message, source).places(source, at);
        builder.failureAction = failureAction;
        builder.cause = cause;
        builder.missingLookups = missingLookups;
        builder.properties = properties;
        builder.exceptions = exceptions;
        builder.podSecurity = podSecurity;
        return builder;
    }

    /** {@return name, status and message on one line} */
    @Override
    public String toString() {
        return name + ": " + status.text() + ": " + message();
    }

    /** Collects the parts of a rule result. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final RuleType type;
        private final RuleStatus status;
        private final Supplier<String> message;
        private Supplier<SourceRange> source;
        private Supplier<@Nullable String> at = () -> null;
        private @Nullable FailureAction failureAction;
        private @Nullable Throwable cause;
        private List<MissingLookup> missingLookups = List.of();
        private Map<String, String> properties = Map.of();
        private List<PolicyException> exceptions = List.of();
        private Supplier<@Nullable PodSecurityFindings> podSecurity = () -> null;

        private Builder(
                String name, RuleType type, RuleStatus status, Supplier<String> message, Supplier<SourceRange> source) {
            this.name = Objects.requireNonNull(name, "name");
            this.type = Objects.requireNonNull(type, "type");
            this.status = Objects.requireNonNull(status, "status");
            this.message = message;
            this.source = source;
        }

        /**
         * Sets the JSON pointer of the place in the resource that decided.
         *
         * @param pointer the JSON pointer into the resource, or null where no single place decided
         * @return this builder
         */
        public Builder at(@Nullable String pointer) {
            this.at = () -> pointer;
            return this;
        }

        /**
         * Sets both places that decided, to be found when somebody asks for them: most failures are counted and never
         * shown.
         *
         * @param source finds the place in the policy; always the same one, from any thread
         * @param pointer finds the JSON pointer into the resource, or null; always the same one, from any thread
         * @return this builder
         */
        public Builder places(Supplier<SourceRange> source, Supplier<@Nullable String> pointer) {
            this.source = Objects.requireNonNull(source, "source");
            this.at = Objects.requireNonNull(pointer, "pointer");
            return this;
        }

        /**
         * Sets what the failure means for the request.
         *
         * @param failureAction what the failure means, or null where nothing failed
         * @return this builder
         */
        public Builder failureAction(@Nullable FailureAction failureAction) {
            this.failureAction = failureAction;
            return this;
        }

        /**
         * Sets the exception that ended the rule.
         *
         * @param cause what was thrown, or null
         * @return this builder
         */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        /**
         * Sets the lookups that the rule would have asked.
         *
         * @param missing the lookups that the context does not have
         * @return this builder
         */
        public Builder missingLookups(List<MissingLookup> missing) {
            this.missingLookups = List.copyOf(missing);
            return this;
        }

        /**
         * Sets what the rule adds to reports.
         *
         * @param properties the properties by their names; copied
         * @return this builder
         */
        public Builder properties(Map<String, String> properties) {
            this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
            return this;
        }

        /**
         * Sets the policy exceptions because of which the rule did not judge the resource.
         *
         * @param applied the exceptions, in order
         * @return this builder
         */
        public Builder exceptions(List<? extends PolicyException> applied) {
            this.exceptions = List.copyOf(applied);
            return this;
        }

        /** {@return the result} */
        public RuleResult build() {
            return new RuleResult(this);
        }
    }
}
