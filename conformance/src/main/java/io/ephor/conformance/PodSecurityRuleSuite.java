package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.LoadResult;
import io.ephor.NumberModel;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.engine.podsecurity.Findings;
import io.ephor.engine.podsecurity.PodSecurity;
import io.ephor.engine.podsecurity.PodSecurityOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rules with {@code podSecurity} against pods, deployments and cron jobs: name, status and message. The pods are those of
 * the suite {@code podsecurity}.
 *
 * <p>The reference was asked without the schema of its CRD; where load refuses a version that the schema does not have,
 * the compiled block is asked instead of the engine.
 */
final class PodSecurityRuleSuite implements Suite {
    private static final String RULE = "r";

    @Override
    public String name() {
        return "podsecurity-rule";
    }

    @Override
    public String file() {
        return "patterns/podsecurity-rule.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Map<Integer, JsonNode> pods = new HashMap<>();
        for (JsonNode row : run.companionRows("podsecurity.jsonl.gz")) {
            if (row.has("object")) {
                pods.put(row.get("pod").intValue(), row.get("object"));
            }
        }
        PolicyEngine engine = run.engine(StandardPolicyEngine.create());
        Map<String, LoadResult> policies = new HashMap<>();
        run.rows(row -> {
            JsonNode pod = Objects.requireNonNull(pods.get(row.get("pod").intValue()));
            JsonNode resource = resource(row.get("kind").textValue(), pod);
            JsonNode block = row.get("podSecurity");
            LoadResult loaded = policies.computeIfAbsent(
                    Json.write(block), key -> engine.loadAll("policy.json", Json.write(policy(block))));
            ArrayNode rules = loaded.policies().isEmpty()
                    ? withoutEngine(block, resource)
                    : rules(engine.evaluate(loaded.policies().get(0), resource).rules());
            check(run, row, rules);
        });
    }

    private static void check(SuiteRun run, JsonNode row, ArrayNode rules) {
        ObjectNode expected = SuiteRun.object();
        ObjectNode actual = SuiteRun.object();
        boolean chance = row.path("randomOrder").asBoolean();
        expected.set("rules", chance ? ordered(row.get("rules")) : row.get("rules"));
        actual.set("rules", chance ? ordered(rules) : rules);
        String description =
                row.get("podSecurity") + " on " + row.get("kind").textValue() + " of pod " + row.get("pod");
        run.check(description, row, expected, actual);
        ObjectNode answer = row.deepCopy();
        run.answer(answer.set("rules", rules));
    }

    private static ObjectNode policy(JsonNode block) {
        ObjectNode policy = SuiteRun.object().put("apiVersion", "kyverno.io/v1").put("kind", "ClusterPolicy");
        policy.putObject("metadata").put("name", "p");
        ObjectNode rule = policy.putObject("spec").putArray("rules").addObject().put("name", RULE);
        rule.putObject("match")
                .putArray("any")
                .addObject()
                .putObject("resources")
                .putArray("kinds")
                .add("Pod");
        rule.putObject("validate").set("podSecurity", block);
        return policy;
    }

    /** A pod, or what makes pods of the same specification. The metadata stand where the reference looks for them. */
    private static JsonNode resource(String kind, JsonNode pod) {
        if (kind.equals("Pod")) {
            return pod;
        }
        ObjectNode resource = SuiteRun.object()
                .put("apiVersion", kind.equals("CronJob") ? "batch/v1" : "apps/v1")
                .put("kind", kind);
        resource.putObject("metadata").put("name", "x");
        ObjectNode spec = resource.putObject("spec");
        ObjectNode metadata = spec;
        if (kind.equals("CronJob")) {
            metadata = spec.putObject("jobTemplate");
            spec = metadata.putObject("spec");
        }
        ObjectNode template = spec.putObject("template");
        template.set("spec", pod.path("spec"));
        ObjectNode annotated = kind.equals("CronJob") ? metadata : template;
        if (pod.path("metadata").has("annotations")) {
            annotated
                    .putObject("metadata")
                    .set("annotations", pod.get("metadata").get("annotations"));
        }
        return resource;
    }

    private static ArrayNode rules(List<RuleResult> results) {
        ArrayNode rules = SuiteRun.object().arrayNode();
        for (RuleResult result : results) {
            rules.addObject()
                    .put("rule", result.name())
                    .put("status", result.status().text())
                    .put("message", result.message());
        }
        return rules;
    }

    private static ArrayNode withoutEngine(JsonNode block, JsonNode resource) {
        PodSecurity podSecurity = PodSecurity.compile(block);
        PodSecurityOutcome outcome = podSecurity.judge(resource, NumberModel.COMMAND_LINE.object());
        String name = switch (resource.get("kind").textValue()) {
            case "Pod" -> RULE;
            case "CronJob" -> "autogen-cronjob-" + RULE;
            default -> "autogen-" + RULE;
        };
        ObjectNode rule = SuiteRun.object().put("rule", name);
        if (outcome instanceof PodSecurityOutcome.Unknown unknown) {
            rule.put("status", "error").put("message", unknown.reason());
        } else if (outcome instanceof PodSecurityOutcome.Forbidden forbidden) {
            rule.put("status", "fail")
                    .put(
                            "message",
                            "Validation rule '" + name + "' failed. It violates PodSecurity \"" + podSecurity.title()
                                    + "\": " + Findings.text(forbidden.checks()));
        } else {
            rule.put("status", "pass").put("message", "Validation rule '" + name + "' passed.");
        }
        return SuiteRun.object().arrayNode().add(rule);
    }

    /** The same rules with the checks in their messages in alphabetical order. */
    private static ArrayNode ordered(JsonNode rules) {
        ArrayNode ordered = SuiteRun.object().arrayNode();
        for (JsonNode rule : rules) {
            List<String> checks =
                    new ArrayList<>(List.of(rule.path("message").asText().split("(?=\\(Forbidden reason: )", -1)));
            String head = checks.remove(0);
            Collections.sort(checks);
            ObjectNode copy = rule.deepCopy();
            ordered.add(copy.put("message", head + String.join("", checks)));
        }
        return ordered;
    }
}
