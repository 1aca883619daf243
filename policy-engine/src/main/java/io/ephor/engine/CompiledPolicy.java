package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.NamespaceGate;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.values.SourceRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code ClusterPolicy} or {@code Policy}, ready to be evaluated. Immutable and thread-safe. */
final class CompiledPolicy implements ExecutablePolicy {
    private static final RuleResult[] NO_RESULTS = {};

    private final PolicyDefinition definition;
    private final List<String> ruleNames;
    private final CompiledRule[] rules;
    private final Map<String, CompiledRule[]> rulesByControllerKind;
    private final Set<String> kinds;
    private final List<Diagnostic> warnings;
    private final SourceRange source;
    private final boolean firstAppliedRuleOnly;
    private final boolean errorsBlock;

    /**
     * @param rules the rules as written
     * @param rulesByControllerKind for each kind of pod controller that autogen serves, the rules that its resources get
     */
    CompiledPolicy(
            PolicyDefinition definition,
            List<CompiledRule> rules,
            Map<String, List<CompiledRule>> rulesByControllerKind,
            Set<String> kinds,
            List<Diagnostic> warnings,
            SourceRange source) {
        this.definition = definition;
        this.ruleNames = definition.rules().stream().map(RuleDefinition::name).toList();
        this.rules = rules.toArray(new CompiledRule[0]);
        this.rulesByControllerKind = arrays(rulesByControllerKind);
        this.kinds = Set.copyOf(kinds);
        this.warnings = List.copyOf(warnings);
        this.source = source;
        this.firstAppliedRuleOnly =
                "One".equals(definition.spec().path("applyRules").textValue());
        this.errorsBlock = !"Ignore".equals(failurePolicy(definition.spec()));
    }

    private static Map<String, CompiledRule[]> arrays(Map<String, List<CompiledRule>> lists) {
        Map<String, CompiledRule[]> arrays = new HashMap<>();
        lists.forEach((kind, rules) -> arrays.put(kind, rules.toArray(new CompiledRule[0])));
        return arrays;
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
        return ruleNames;
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

    /** Returns how many rules a resource of a kind is compared with. */
    int ruleCount(String kind) {
        return rulesByControllerKind.getOrDefault(kind, rules).length;
    }

    @Override
    public EvaluationResult evaluate(JsonNode resource, EvaluationContext context) {
        boolean delete = context.operation() == Operation.DELETE;
        JsonNode newResource = delete ? null : resource;
        JsonNode oldResource = delete ? resource : context.oldResource();
        if (!context.phases().contains(Phase.VALIDATE)
                || !NamespaceGate.admits(namespace(), newResource, oldResource)) {
            return result(resource, NO_RESULTS, 0);
        }
        MatchRequest request = MatchRequest.of(resource, context);
        return evaluate(request, resource, newResource, oldResource, context);
    }

    private EvaluationResult evaluate(
            MatchRequest request,
            JsonNode resource,
            @Nullable JsonNode newResource,
            @Nullable JsonNode oldResource,
            EvaluationContext context) {
        CompiledRule[] applicable = rulesByControllerKind.getOrDefault(request.kind(), rules);
        RuleResult[] results = NO_RESULTS;
        int count = 0;
        for (int i = 0; i < applicable.length; i++) {
            RuleResult result = applicable[i].evaluate(request, newResource, oldResource, context);
            if (result == null) {
                continue;
            }
            if (count == 0) {
                results = new RuleResult[applicable.length - i];
            }
            results[count++] = result;
            if (firstAppliedRuleOnly && isApplied(result)) {
                break;
            }
        }
        return result(resource, results, count);
    }

    /** Kyverno: pkg/engine/api/policyresponse.go. Skips and errors do not count. */
    private static boolean isApplied(RuleResult result) {
        return result.status() == RuleStatus.PASS || result.status() == RuleStatus.FAIL;
    }

    private EvaluationResult result(JsonNode resource, RuleResult[] results, int count) {
        RuleResult[] exact = count == results.length ? results : Arrays.copyOf(results, count);
        return EvaluationResult.of(this, resource, errorsBlock, exact);
    }

    /** Returns kind, name and place, such as {@code ClusterPolicy require-labels (policy.yaml:1:1)}. */
    @Override
    public String toString() {
        return kind() + " " + name() + " (" + source + ")";
    }
}
