package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.Lookups;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an evaluation knows beside the resource. Immutable and thread-safe; one context may serve any number
 * of evaluations.
 *
 * <p>Nothing is taken from the system unless it is here: a rule that needs a clock and has none ends in status error
 * and says so.
 */
public final class EvaluationContext {
    private static final EvaluationContext EMPTY = builder().build();

    private final Operation operation;
    private final @Nullable JsonNode request;
    private final @Nullable JsonNode oldResource;
    private final @Nullable GroupVersionKind kind;
    private final String subresource;
    private final UserInfo user;
    private final Map<String, String> namespaceLabels;
    private final Map<String, JsonNode> variables;
    private final Map<String, Map<String, JsonNode>> ruleVariables;
    private final NumberModel numberModel;
    private final Set<Phase> phases;
    private final List<PolicyException> exceptions;
    private final @Nullable InstantSource clock;
    private final OptionalLong randomSeed;
    private final Lookups lookups;

    private EvaluationContext(Builder builder) {
        this.operation = builder.operation;
        this.request = builder.request;
        this.oldResource = builder.oldResource;
        this.kind = builder.kind;
        this.subresource = builder.subresource;
        this.user = builder.user;
        this.namespaceLabels = Collections.unmodifiableMap(new LinkedHashMap<>(builder.namespaceLabels));
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(builder.variables));
        this.ruleVariables = copy(builder.ruleVariables);
        this.numberModel = builder.numberModel;
        this.phases = Collections.unmodifiableSet(builder.phases.clone());
        this.exceptions = builder.exceptions;
        this.clock = builder.clock;
        this.randomSeed = builder.randomSeed;
        this.lookups = builder.lookups;
    }

    private static Map<String, Map<String, JsonNode>> copy(Map<String, Map<String, JsonNode>> variables) {
        Map<String, Map<String, JsonNode>> copy = new LinkedHashMap<>();
        variables.forEach((rule, values) -> copy.put(rule, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        return Collections.unmodifiableMap(copy);
    }

    /** {@return the context of a bare resource: operation CREATE, no user, no labels, no clock, no lookups} */
    public static EvaluationContext empty() {
        return EMPTY;
    }

    /**
     * {@return the context of an admission request: operation, old object, kind, subresource and user are taken from it,
     * and expressions see it as {@code request}} Roles are not part of a request; {@code roles} and {@code clusterRoles}
     * beside the user are read where somebody added them. On DELETE the resource to evaluate is {@code oldObject}. All
     * phases run but {@link Phase#MUTATE_EXISTING}, which comes after the admission.
     *
     * @param review an {@code AdmissionReview}, or the {@code request} in it; never written to
     * @throws IllegalArgumentException if it has no known operation
     */
    public static EvaluationContext admission(JsonNode review) {
        return AdmissionRequest.context(Objects.requireNonNull(review, "review"));
    }

    /** {@return a builder that starts as {@link #empty()}} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts with everything that this context has} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the operation of the request} On DELETE the evaluated resource is the one that goes away. */
    public Operation operation() {
        return operation;
    }

    /**
     * {@return the admission request that expressions see as {@code request}, or null where there is none} Resources,
     * operation and user are those of this context, whatever the request says.
     */
    public @Nullable JsonNode request() {
        return request;
    }

    /** {@return the resource as it was before an update, or null} */
    public @Nullable JsonNode oldResource() {
        return oldResource;
    }

    /** {@return the kind named by the request where it differs from the kind that the resource states, or null} */
    public @Nullable GroupVersionKind kind() {
        return kind;
    }

    /** {@return the subresource that the request is for, such as {@code status}; empty for the resource itself} */
    public String subresource() {
        return subresource;
    }

    /** {@return who made the request} */
    public UserInfo user() {
        return user;
    }

    /** {@return the labels of the namespace of the resource; empty where they are not known} */
    public Map<String, String> namespaceLabels() {
        return namespaceLabels;
    }

    /** {@return variables injected from outside by their dotted path, in the order in which they were given} */
    public Map<String, JsonNode> variables() {
        return variables;
    }

    /**
     * {@return variables that only one rule sees, by its name and then by their dotted path, in the order in which they
     * were given} They come after {@link #variables()}, and before the context entries of the rule.
     */
    public Map<String, Map<String, JsonNode>> ruleVariables() {
        return ruleVariables;
    }

    /** {@return how the numbers of the resource are seen} */
    public NumberModel numberModel() {
        return numberModel;
    }

    /** {@return the phases that run} */
    public Set<Phase> phases() {
        return phases;
    }

    /**
     * {@return exceptions from the policies, in the order in which they were given} Those of a set of policies come before
     * them.
     */
    public List<PolicyException> exceptions() {
        return exceptions;
    }

    /** {@return the clock that rules may read, or null where they may not} */
    public @Nullable InstantSource clock() {
        return clock;
    }

    /** {@return the seed from which an evaluation draws its randomness; empty where rules may not draw any} */
    public OptionalLong randomSeed() {
        return randomSeed;
    }

    /** {@return what may be asked of the world outside} */
    public Lookups lookups() {
        return lookups;
    }

    /** Collects the parts of a context. Not thread-safe; may be used again after {@link #build()}. */
    public static final class Builder {
        private Operation operation = Operation.CREATE;
        private @Nullable JsonNode request;
        private @Nullable JsonNode oldResource;
        private @Nullable GroupVersionKind kind;
        private String subresource = "";
        private UserInfo user = UserInfo.none();
        private Map<String, String> namespaceLabels = Map.of();
        private final Map<String, JsonNode> variables = new LinkedHashMap<>();
        private final Map<String, Map<String, JsonNode>> ruleVariables = new LinkedHashMap<>();
        private NumberModel numberModel = NumberModel.COMMAND_LINE;
        private EnumSet<Phase> phases = EnumSet.allOf(Phase.class);
        private List<PolicyException> exceptions = List.of();
        private @Nullable InstantSource clock;
        private OptionalLong randomSeed = OptionalLong.empty();
        private Lookups lookups = Lookups.none();

        private Builder() {}

        private Builder(EvaluationContext context) {
            operation = context.operation;
            request = context.request;
            oldResource = context.oldResource;
            kind = context.kind;
            subresource = context.subresource;
            user = context.user;
            namespaceLabels = context.namespaceLabels;
            variables.putAll(context.variables);
            context.ruleVariables.forEach((rule, values) -> ruleVariables.put(rule, new LinkedHashMap<>(values)));
            numberModel = context.numberModel;
            phases = EnumSet.noneOf(Phase.class);
            phases.addAll(context.phases);
            exceptions = context.exceptions;
            clock = context.clock;
            randomSeed = context.randomSeed;
            lookups = context.lookups;
        }

        /**
         * Sets the operation of the request; CREATE unless set.
         *
         * @param operation the operation
         * @return this builder
         */
        public Builder operation(Operation operation) {
            this.operation = Objects.requireNonNull(operation, "operation");
            return this;
        }

        /**
         * Sets the admission request that expressions see as {@code request}. It is never written to, and nothing else of
         * this context is taken from it; {@link #admission} does that.
         *
         * @param request the request, or null for none
         * @return this builder
         */
        public Builder request(@Nullable JsonNode request) {
            this.request = request;
            return this;
        }

        /**
         * Sets the resource as it was before an update. It is never written to.
         *
         * @param oldResource the resource before the update; never written to
         * @return this builder
         */
        public Builder oldResource(@Nullable JsonNode oldResource) {
            this.oldResource = oldResource;
            return this;
        }

        /**
         * Sets the kind named by the request; unless set it is the kind that the resource states.
         *
         * @param kind the kind, or null where it is the one that the resource states
         * @return this builder
         */
        public Builder kind(@Nullable GroupVersionKind kind) {
            this.kind = kind;
            return this;
        }

        /**
         * Sets the subresource that the request is for.
         *
         * @param subresource the name of the subresource; empty for the resource itself
         * @return this builder
         */
        public Builder subresource(String subresource) {
            this.subresource = Objects.requireNonNull(subresource, "subresource");
            return this;
        }

        /**
         * Sets who made the request.
         *
         * @param user who made the request
         * @return this builder
         */
        public Builder user(UserInfo user) {
            this.user = Objects.requireNonNull(user, "user");
            return this;
        }

        /**
         * Sets the labels of the namespace of the resource.
         *
         * @param labels the labels by name
         * @return this builder
         */
        public Builder namespaceLabels(Map<String, String> labels) {
            this.namespaceLabels = Objects.requireNonNull(labels, "labels");
            return this;
        }

        /**
         * Adds a variable that expressions see at a dotted path. A path that is given again keeps the later value.
         *
         * @param path segments parted by dots; a segment in double quotes may contain dots
         * @param value the value; never written to
         * @return this builder
         */
        public Builder variable(String path, JsonNode value) {
            variables.put(Objects.requireNonNull(path, "path"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds a variable that expressions of one rule see at a dotted path.
         *
         * @param rule the name of the rule as results state it, such as {@code autogen-check} for a derived one
         * @param path segments parted by dots; a segment in double quotes may contain dots
         * @param value the value; never written to
         * @return this builder
         */
        public Builder ruleVariable(String rule, String path, JsonNode value) {
            ruleVariables
                    .computeIfAbsent(Objects.requireNonNull(rule, "rule"), name -> new LinkedHashMap<>())
                    .put(Objects.requireNonNull(path, "path"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets how the numbers of the resource are seen; {@link NumberModel#COMMAND_LINE} unless set.
         *
         * @param numberModel how numbers are seen
         * @return this builder
         */
        public Builder numberModel(NumberModel numberModel) {
            this.numberModel = Objects.requireNonNull(numberModel, "numberModel");
            return this;
        }

        /**
         * Sets the phases that run; all of them unless set.
         *
         * @param phases the phases
         * @return this builder
         */
        public Builder phases(Phase... phases) {
            EnumSet<Phase> chosen = EnumSet.noneOf(Phase.class);
            Collections.addAll(chosen, phases);
            this.phases = chosen;
            return this;
        }

        /**
         * Sets exceptions from the policies. A set of policies looks its own exceptions up by policy; those given here are
         * compared with every policy that is evaluated.
         *
         * @param exceptions the exceptions
         * @return this builder
         */
        public Builder exceptions(Collection<? extends PolicyException> exceptions) {
            this.exceptions = List.copyOf(exceptions);
            return this;
        }

        /**
         * Sets the clock that rules may read. It is read once per evaluation.
         *
         * @param clock the clock, or null for none
         * @return this builder
         */
        public Builder clock(@Nullable InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Sets the seed from which each evaluation draws its randomness.
         *
         * @param seed the seed
         * @return this builder
         */
        public Builder randomSeed(long seed) {
            this.randomSeed = OptionalLong.of(seed);
            return this;
        }

        /**
         * Sets what may be asked of the world outside; nothing unless set.
         *
         * @param lookups the lookups
         * @return this builder
         */
        public Builder lookups(Lookups lookups) {
            this.lookups = Objects.requireNonNull(lookups, "lookups");
            return this;
        }

        /** {@return the context} */
        public EvaluationContext build() {
            return new EvaluationContext(this);
        }
    }
}
