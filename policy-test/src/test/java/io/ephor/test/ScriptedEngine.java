package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.SetResult;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An engine whose policies say themselves what they answer: {@code spec.rules[]} with {@code name}, {@code status}, and
 * optionally {@code only} (the name of the one resource that is answered), {@code operation}, {@code team} (a label that
 * the namespace must have), {@code variable} and {@code mutate} (a label that is set to {@code yes}).
 */
final class ScriptedEngine implements PolicyEngine {
    @Override
    public Policy load(String name, String text) {
        return loadAll(name, text).orThrow().policies().get(0);
    }

    @Override
    public LoadResult loadAll(String name, String text) {
        List<Policy> policies = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SourceDocument document : SourceDocument.all(name, text)) {
            JsonNode items = document.value().path("items");
            for (int i = 0; i < items.size(); i++) {
                refuse(items.get(i), document, "/items/" + i, diagnostics);
            }
            if (!refuse(document.value(), document, "", diagnostics) && items.isEmpty()) {
                policies.add(new ScriptedPolicy(document));
            }
        }
        return new LoadResult(policies, List.of(), List.of(), diagnostics);
    }

    private static boolean refuse(
            JsonNode policy, SourceDocument document, String pointer, List<Diagnostic> diagnostics) {
        String missing = policy.path("spec").path("missing").asText();
        if (!missing.isEmpty()) {
            diagnostics.add(Diagnostic.error("unsupported-feature", "no", document.locate(pointer + "/spec/missing"))
                    .feature(missing.equals("invalid") ? null : missing)
                    .build());
        }
        return !missing.isEmpty();
    }

    @Override
    public PolicySet set(Collection<? extends Policy> policies, Collection<? extends PolicyException> exceptions) {
        throw new AssertionError("the runner asks one policy at a time");
    }

    @Override
    public CleanupDecision shouldDelete(CleanupPolicy policy, JsonNode resource, EvaluationContext context) {
        throw new AssertionError("the runner asks for no cleanup");
    }

    @Override
    public CleanupDecision expiry(JsonNode resource, EvaluationContext context) {
        throw new AssertionError("the runner asks for no cleanup");
    }

    @Override
    public SetResult evaluate(PolicySet policies, JsonNode resource, EvaluationContext context) {
        throw new AssertionError("the runner asks one policy at a time");
    }

    @Override
    public EvaluationResult evaluate(Policy policy, JsonNode resource, EvaluationContext context) {
        ScriptedPolicy scripted = (ScriptedPolicy) policy;
        List<RuleResult> results = new ArrayList<>();
        ObjectNode patched = resource.deepCopy();
        for (JsonNode rule : scripted.document.value().path("spec").path("rules")) {
            Phase phase = rule.has("mutate") ? Phase.MUTATE : Phase.VALIDATE;
            if (context.phases().contains(phase) && answers(rule, resource, context)) {
                results.add(result(rule, phase, policy.source()));
                if (phase == Phase.MUTATE) {
                    patched.withObject("/metadata/labels")
                            .put(rule.path("mutate").asText(), "yes");
                }
            }
        }
        EvaluationResult result = EvaluationResult.of(policy, resource, false, results.toArray(RuleResult[]::new));
        return result.withChanges(patched, List::of);
    }

    private static boolean answers(JsonNode rule, JsonNode resource, EvaluationContext context) {
        String name = resource.path("metadata").path("name").asText();
        JsonNode labels = resource.path("metadata").path("labels");
        return rule.path("only").asText(name).equals(name)
                && rule.path("operation")
                        .asText(context.operation().name())
                        .equals(context.operation().name())
                && labels.has(rule.path("label").asText("")) == rule.has("label")
                && (!rule.has("user")
                        || rule.path("user").asText().equals(context.user().username()))
                && (!rule.has("subresource")
                        || rule.path("subresource").asText().equals(context.subresource()))
                && (!rule.has("variable")
                        || context.variables().containsKey(rule.path("variable").asText()))
                && (!rule.has("team")
                        || rule.path("team")
                                .asText()
                                .equals(context.namespaceLabels().get("team")));
    }

    private static RuleResult result(JsonNode rule, Phase phase, SourceRange source) {
        RuleType type = phase == Phase.MUTATE ? RuleType.MUTATION : RuleType.VALIDATION;
        RuleStatus status = RuleStatus.valueOf(rule.path("status").asText("PASS"));
        return RuleResult.builder(rule.path("name").asText(), type, status, "said so", source)
                .build();
    }

    private record ScriptedPolicy(SourceDocument document) implements Policy {
        @Override
        public String kind() {
            return document.value().path("kind").asText();
        }

        @Override
        public String name() {
            return document.value().path("metadata").path("name").asText();
        }

        @Override
        public String namespace() {
            return "";
        }

        @Override
        public Map<String, String> annotations() {
            Map<String, String> annotations = new LinkedHashMap<>();
            document.value()
                    .path("metadata")
                    .path("annotations")
                    .properties()
                    .forEach(field ->
                            annotations.put(field.getKey(), field.getValue().asText()));
            return annotations;
        }

        @Override
        public List<String> ruleNames() {
            return List.of();
        }

        @Override
        public List<Diagnostic> warnings() {
            return List.of();
        }

        @Override
        public SourceRange source() {
            return document.locate("");
        }
    }
}
