package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.FailureAction;
import io.ephor.Phase;
import io.ephor.RuleResult;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.RequestNamespace;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.SourcePlaces;
import io.ephor.patches.DocumentPatch;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code ClusterPolicy} or {@code Policy}, ready to be evaluated. Immutable and thread-safe. */
final class CompiledPolicy implements ExecutablePolicy {
    private static final RuleResult[] NO_RESULTS = {};
    private static final String ON_POLICY_UPDATE = "mutateExistingOnPolicyUpdate";
    private static final Set<Phase> ONLY_VALIDATION = Set.of(Phase.VALIDATE);

    private final PolicyDefinition definition;
    private final @Nullable MutationPlan mutations;
    private final ControllerPlans plans;
    private final @Nullable GenerationPlan generations;
    private final Set<String> kinds;
    private final List<Diagnostic> warnings;
    private final SourcePlaces places;
    private final boolean errorsBlock;
    private final Set<Phase> phases;

    /**
     * @param mutations the rules that mutate, or null where none does
     * @param plans the validate rules that a resource gets, by its kind
     * @param generations the rules that generate, or null where none does
     * @param kinds the kinds that a rule may match; empty where all must be asked
     * @param places where the nodes of the policy stand in its text
     */
    CompiledPolicy(
            PolicyDefinition definition,
            @Nullable MutationPlan mutations,
            ControllerPlans plans,
            @Nullable GenerationPlan generations,
            Set<String> kinds,
            List<Diagnostic> warnings,
            SourcePlaces places) {
        this.definition = definition;
        this.mutations = mutations;
        this.plans = plans;
        this.generations = generations;
        this.kinds = Collections.unmodifiableSet(kinds);
        this.warnings = List.copyOf(warnings);
        this.places = places;
        this.phases = phases(mutations, plans.validates(), generations != null);
        this.errorsBlock = !"Ignore".equals(failurePolicy(definition.spec()));
    }

    private static Set<Phase> phases(@Nullable MutationPlan mutations, boolean validates, boolean generates) {
        if (mutations == null && !generates) {
            return ONLY_VALIDATION;
        }
        Set<Phase> phases = mutations == null ? EnumSet.noneOf(Phase.class) : mutations.phases();
        if (validates) {
            phases.add(Phase.VALIDATE);
        }
        if (generates) {
            phases.add(Phase.GENERATE);
        }
        return Collections.unmodifiableSet(phases);
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
    public Set<Phase> phases() {
        return phases;
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
        return places.locate("");
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

    /** Returns the validate rules of resources of a kind. */
    RulePlan plan(String kind) {
        return plans.plan(kind);
    }

    /** Returns how many rules a resource of a kind is compared with. */
    int ruleCount(String kind) {
        return plans.plan(kind).size();
    }

    @Override
    public EvaluationResult evaluate(JsonNode resource, EvaluationContext context) {
        return evaluate(resource, context, PolicyExceptions.NONE);
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
        if (mutations == null || !mutates(context)) {
            JudgedRequest request = new JudgedRequest(resource, context);
            return result(judge(plan(request.kind()), request, ofSet), request, ofSet);
        }
        EvaluationResult mutated = mutate(resource, context, ofSet);
        JudgedRequest request = new JudgedRequest(mutated.patchedResource(), context);
        EvaluationResult validated = validate(plan(request.kind()), request, ofSet, errorsBlock);
        return withGenerations(mutated.followedBy(validated), mutated.patchedResource(), context, ofSet);
    }

    /**
     * Returns the result of the policy, with what it generates.
     *
     * @param rules the results of the validate rules
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    EvaluationResult result(RuleResult[] rules, JudgedRequest request, PolicyExceptions ofSet) {
        EvaluationResult validated = EvaluationResult.of(this, request.resource(), errorsBlock, rules);
        return withGenerations(validated, request.resource(), request.context(), ofSet);
    }

    private EvaluationResult withGenerations(
            EvaluationResult result, JsonNode resource, EvaluationContext context, PolicyExceptions ofSet) {
        return generates(result, context) ? result.followedBy(generate(resource, context, ofSet)) : result;
    }

    @Override
    public Explanation explain(JsonNode resource, EvaluationContext context) {
        Reasons reasons = new Reasons(places);
        EvaluationResult mutated = mutations == null ? null : explainMutation(mutations, resource, context, reasons);
        JsonNode patched = mutated == null ? resource : mutated.patchedResource();
        EvaluationResult validated = explainValidation(patched, context, reasons);
        EvaluationResult result = mutated == null ? validated : mutated.followedBy(validated);
        if (generations != null && generates(result, context)) {
            result = result.followedBy(explainGeneration(generations, patched, context, reasons));
        } else if (generations != null) {
            generations.leaveOut(patched, Reasons.REFUSED, reasons);
        }
        return Explanation.of(result, reasons.rules(), places::line);
    }

    /** Says whether rules that generate are asked; a request that is refused has no resource to start from. */
    private boolean generates(EvaluationResult result, EvaluationContext context) {
        boolean refused = context.request() != null && result.blocked();
        return generations != null && !refused;
    }

    private @Nullable EvaluationResult explainMutation(
            MutationPlan plan, JsonNode resource, EvaluationContext context, Reasons reasons) {
        if (!mutates(context)) {
            plan.leaveOut(resource, Reasons.NOT_IN_PHASES, reasons);
            return null;
        }
        JudgedRequest request = new JudgedRequest(resource, context);
        if (!request.isAdmittedBy(definition.namespace())) {
            plan.leaveOut(resource, Reasons.OTHER_NAMESPACE, reasons);
            return EvaluationResult.of(this, resource, errorsBlock, NO_RESULTS);
        }
        PolicyExceptions exceptions = exceptions(context, PolicyExceptions.NONE);
        return result(
                resource,
                plan.explain(resource, request.newObject(), request.oldObject(), context, exceptions, reasons));
    }

    private EvaluationResult explainValidation(JsonNode resource, EvaluationContext context, Reasons reasons) {
        JudgedRequest request = new JudgedRequest(resource, context);
        RulePlan plan = plans.plan(MatchRequest.kind(resource, context));
        int before = reasons.rules().size();
        if (!context.phases().contains(Phase.VALIDATE)) {
            plan.leaveOut(resource, Reasons.NOT_IN_PHASES, reasons);
        } else if (!request.isAdmittedBy(definition.namespace())) {
            plan.leaveOut(resource, Reasons.OTHER_NAMESPACE, reasons);
        } else {
            PolicyExceptions exceptions = exceptions(context, PolicyExceptions.NONE);
            plan.explain(resource, request.newObject(), request.oldObject(), context, exceptions, reasons);
        }
        return EvaluationResult.of(this, resource, errorsBlock, reasons.results(before));
    }

    private EvaluationResult explainGeneration(
            GenerationPlan plan, JsonNode resource, EvaluationContext context, Reasons reasons) {
        JudgedRequest request = new JudgedRequest(resource, context);
        Reasons.Cause unasked = !context.phases().contains(Phase.GENERATE)
                ? Reasons.NOT_IN_PHASES
                : request.isAdmittedBy(definition.namespace()) ? null : Reasons.OTHER_NAMESPACE;
        if (unasked != null) {
            plan.leaveOut(resource, unasked, reasons);
            return EvaluationResult.of(this, resource, false, NO_RESULTS);
        }
        PolicyExceptions exceptions = exceptions(context, PolicyExceptions.NONE);
        return result(
                resource,
                plan.explain(resource, request.newObject(), request.oldObject(), context, exceptions, reasons));
    }

    /** Says whether an evaluation has a phase of mutation. */
    static boolean mutates(EvaluationContext context) {
        return context.phases().contains(Phase.MUTATE) || context.phases().contains(Phase.MUTATE_EXISTING);
    }

    /**
     * Validates by those rules of the policy that an admission controller sorts under an action. Rules that audit never
     * block, not even by an error.
     *
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    EvaluationResult validate(
            FailureAction action, JsonNode resource, EvaluationContext context, PolicyExceptions ofSet) {
        JudgedRequest request = new JudgedRequest(resource, context);
        RulePlan plan = plan(request.kind())
                .ofAction(action, RequestNamespace.of(resource, context), context.namespaceLabels());
        boolean blocks = errorsBlock && action == FailureAction.ENFORCE;
        return plan == null
                ? EvaluationResult.of(this, resource, blocks, NO_RESULTS)
                : validate(plan, request, ofSet, blocks);
    }

    private EvaluationResult validate(RulePlan plan, JudgedRequest request, PolicyExceptions ofSet, boolean blocks) {
        return EvaluationResult.of(this, request.resource(), blocks, judge(plan, request, ofSet));
    }

    /**
     * Returns the results of the validate rules.
     *
     * @param plan the rules for the kind of the request
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    RuleResult[] judge(RulePlan plan, JudgedRequest request, PolicyExceptions ofSet) {
        EvaluationContext context = request.context();
        boolean asked = context.phases().contains(Phase.VALIDATE) && request.isAdmittedBy(definition.namespace());
        return asked ? plan.evaluate(request, exceptions(context, ofSet)) : NO_RESULTS;
    }

    /**
     * Mutates, and nothing else.
     *
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    EvaluationResult mutate(JsonNode resource, EvaluationContext context, PolicyExceptions ofSet) {
        JudgedRequest request = new JudgedRequest(resource, context);
        if (mutations == null || !request.isAdmittedBy(definition.namespace())) {
            return EvaluationResult.of(this, resource, errorsBlock, NO_RESULTS);
        }
        MutationPlan.Mutated mutated = mutations.evaluate(
                resource, request.newObject(), request.oldObject(), context, exceptions(context, ofSet));
        return result(resource, mutated);
    }

    private EvaluationResult result(JsonNode resource, MutationPlan.Mutated mutated) {
        // What happens to other resources comes after the request was let through, and cannot block it.
        boolean blocks = errorsBlock && mutated.failed();
        EvaluationResult result =
                EvaluationResult.of(this, resource, blocks, mutated.results().toArray(NO_RESULTS));
        if (!mutated.targets().isEmpty()) {
            result = result.withTargets(mutated.targets());
        }
        JsonNode patched = mutated.resource();
        return patched == null || patched == resource
                ? result
                : result.withChanges(
                        patched, () -> DocumentPatch.between(resource, patched).operations());
    }

    /**
     * Generates, and nothing else. No result of it blocks a request.
     *
     * @param resource the resource as mutation left it
     * @param ofSet the exceptions from this policy that its set has; those of the context come after them
     */
    EvaluationResult generate(JsonNode resource, EvaluationContext context, PolicyExceptions ofSet) {
        JudgedRequest request = new JudgedRequest(resource, context);
        if (generations == null
                || !context.phases().contains(Phase.GENERATE)
                || !request.isAdmittedBy(definition.namespace())) {
            return EvaluationResult.of(this, resource, false, NO_RESULTS);
        }
        GenerationPlan.Generated generated =
                generations.evaluate(request.newObject(), request.oldObject(), context, exceptions(context, ofSet));
        return result(resource, generated);
    }

    private EvaluationResult result(JsonNode resource, GenerationPlan.Generated generated) {
        return EvaluationResult.of(this, resource, false, generated.results().toArray(NO_RESULTS))
                .withGenerations(generated.generations());
    }

    private PolicyExceptions exceptions(EvaluationContext context, PolicyExceptions ofSet) {
        return context.exceptions().isEmpty() ? ofSet : ofSet.and(PolicyExceptions.of(key(), context.exceptions()));
    }

    @Override
    public List<String> rulesOnPolicyUpdate() {
        boolean byPolicy = definition.spec().path(ON_POLICY_UPDATE).asBoolean();
        List<String> rules = new ArrayList<>();
        for (RuleDefinition rule : definition.rules()) {
            JsonNode mutate = rule.node().path("mutate");
            if (mutate.hasNonNull("targets") && mutate.path(ON_POLICY_UPDATE).asBoolean(byPolicy)) {
                rules.add(rule.name());
            }
        }
        return List.copyOf(rules);
    }

    /** Returns kind, name and place, such as {@code ClusterPolicy require-labels (policy.yaml:1:1)}. */
    @Override
    public String toString() {
        return kind() + " " + name() + " (" + source() + ")";
    }
}
