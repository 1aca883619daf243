package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.RuleResult;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.NamespaceGate;
import io.ephor.engine.match.RequestNamespace;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.values.SourceRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code ClusterPolicy} or {@code Policy}, ready to be evaluated. Immutable and thread-safe. */
final class CompiledPolicy implements ExecutablePolicy {
    private static final RuleResult[] NO_RESULTS = {};

    private final PolicyDefinition definition;
    private final ControllerPlans plans;
    private final Set<String> kinds;
    private final List<Diagnostic> warnings;
    private final SourceRange source;
    private final boolean errorsBlock;

    /**
     * @param plans the rules that a resource gets, by its kind
     * @param kinds the kinds that a rule may match; empty where all must be asked
     */
    CompiledPolicy(
            PolicyDefinition definition,
            ControllerPlans plans,
            Set<String> kinds,
            List<Diagnostic> warnings,
            SourceRange source) {
        this.definition = definition;
        this.plans = plans;
        this.kinds = Collections.unmodifiableSet(kinds);
        this.warnings = List.copyOf(warnings);
        this.source = source;
        this.errorsBlock = !"Ignore".equals(failurePolicy(definition.spec()));
    }

    /** Returns how errors are treated as written, or null where nothing is written: then they block. */
    private static @Nullable String failurePolicy(JsonNode spec) {
        JsonNode webhook = spec.path("webhookConfiguration").path("failurePolicy");
        return (webhook.isTextual() ? webhook : spec.path("failurePolicy")).textValue();
    }

    @Override
    public String kind() {
        return definition.kind().kind();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String namespace() {
        return definition.namespace();
    }

    @Override
    public Map<String, String> annotations() {
        return definition.annotations();
    }

    @Override
    public List<String> ruleNames() {
        return definition.rules().stream().map(RuleDefinition::name).toList();
    }

    @Override
    public int ruleCount() {
        return Autogen.of(definition).rules().size();
    }

    @Override
    public List<Diagnostic> warnings() {
        return warnings;
    }

    @Override
    public SourceRange source() {
        return source;
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }

    @Override
    public FailureAction failureAction(JsonNode resource, EvaluationContext context) {
        return plans.written().failureAction(resource, context);
    }

    /** Returns whether users are warned of what the policy only audits. */
    boolean emitsWarnings() {
        return definition.spec().path("emitWarning").asBoolean();
    }

    /** Returns how many rules a resource of a kind is compared with. */
    int ruleCount(String kind) {
        return plans.plan(kind).size();
    }

    @Override
    public EvaluationResult evaluate(JsonNode resource, EvaluationContext context) {
        return evaluate(resource, context, PolicyExceptions.NONE);
    }

    /** Returns how exceptions name this policy. */
    String key() {
        return namespace().isEmpty() ? name() : namespace() + "/" + name();
    }

    /** Returns whether the policy takes part in admission, and not in background scans alone. */
    boolean admits() {
        return definition.spec().path("admission").asBoolean(true);
    }

    /**
     * Evaluates the policy.
     *
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    EvaluationResult evaluate(JsonNode resource, EvaluationContext context, PolicyExceptions ofSet) {
        RulePlan plan = plans.plan(MatchRequest.kind(resource, context));
        return evaluate(plan, resource, context, ofSet, errorsBlock);
    }

    /**
     * Evaluates those rules of the policy that an admission controller sorts under an action. Rules that audit never
     * block, not even by an error.
     *
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    EvaluationResult evaluate(
            FailureAction action, JsonNode resource, EvaluationContext context, PolicyExceptions ofSet) {
        RulePlan plan = plans.plan(MatchRequest.kind(resource, context))
                .ofAction(action, RequestNamespace.of(resource, context), context.namespaceLabels());
        boolean blocks = errorsBlock && action == FailureAction.ENFORCE;
        return plan == null
                ? EvaluationResult.of(this, resource, blocks, NO_RESULTS)
                : evaluate(plan, resource, context, ofSet, blocks);
    }

    private EvaluationResult evaluate(
            RulePlan plan, JsonNode resource, EvaluationContext context, PolicyExceptions ofSet, boolean blocks) {
        PolicyExceptions exceptions =
                context.exceptions().isEmpty() ? ofSet : ofSet.and(PolicyExceptions.of(key(), context.exceptions()));
        boolean gone = context.operation() == Operation.DELETE && !statesObject(context.request());
        JsonNode newResource = gone ? null : resource;
        JsonNode oldResource = gone ? resource : context.oldResource();
        RuleResult[] results = NO_RESULTS;
        if (context.phases().contains(Phase.VALIDATE)
                && NamespaceGate.admits(definition.namespace(), newResource, oldResource, context)) {
            String kind = MatchRequest.kind(resource, context);
            results = plan.evaluate(resource, kind, newResource, oldResource, context, exceptions);
        }
        return EvaluationResult.of(this, resource, blocks, results);
    }

    /** Says whether a request states a new object, which on DELETE only requests do that no cluster makes. */
    private static boolean statesObject(@Nullable JsonNode request) {
        return request != null && request.path("object").isObject();
    }

    /** Returns kind, name and place, such as {@code ClusterPolicy require-labels (policy.yaml:1:1)}. */
    @Override
    public String toString() {
        return kind() + " " + name() + " (" + source + ")";
    }
}
