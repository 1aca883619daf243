package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.PatchedTarget;
import io.ephor.PodSecurityFinding;
import io.ephor.PodSecurityFindings;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.test.ResourceKey;
import io.ephor.test.TestEvaluation;
import io.ephor.test.TestReport;
import io.ephor.test.TestRunner;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that the policies of the published tests say about their resources: name, type, status, message and
 * properties of every rule response, and whether a failure is enforced: errors do not block in these records. A case is
 * what one policy says about one resource in one run.
 *
 * <p>Lines about a test as a whole are not compared.
 */
final class TestsSuite implements Suite {
    @Override
    public String name() {
        return "tests";
    }

    @Override
    public String file() {
        return "tests/tests.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Map<String, Map<Case, List<JsonNode>>> tests = new LinkedHashMap<>();
        run.rows(row -> {
            if (row.has("policy")) {
                tests.computeIfAbsent(row.path("test").asText(), test -> new LinkedHashMap<>())
                        .computeIfAbsent(Case.of(row), recorded -> new ArrayList<>())
                        .add(row);
            }
        });
        TestRunner runner =
                new TestRunner(run.engine(StandardPolicyEngine.create())).withManifestSignatures(new SignedManifests());
        tests.forEach((test, cases) ->
                run.guard(test, SuiteRun.object().put("test", test), () -> runTest(runner, run, test, cases)));
    }

    private static void runTest(TestRunner runner, SuiteRun run, String test, Map<Case, List<JsonNode>> cases) {
        Map<Case, List<EvaluationResult>> said = new LinkedHashMap<>();
        Map<Integer, TestReport> reports = new LinkedHashMap<>();
        for (TestReport report : runner.run(run.corpus().path(test))) {
            reports.put(report.document(), report);
            for (TestEvaluation evaluation : report.evaluations()) {
                for (EvaluationResult result : evaluation.results()) {
                    Case key = Case.of(report.document(), evaluation, result.policy());
                    said.computeIfAbsent(key, other -> new ArrayList<>()).add(result);
                }
            }
        }
        cases.forEach((key, rows) -> {
            List<EvaluationResult> results = said.remove(key);
            TestReport report = reports.get(key.document);
            if (report == null) {
                run.notUnderstood("the test could not be read: " + test, rows.get(0));
            } else {
                check(run, key, rows, results == null ? List.of() : results, report);
            }
        });
        said.forEach(
                (key, results) -> run.notUnderstood("not recorded: " + test + " " + key, answer(results, List.of())));
    }

    private static void check(
            SuiteRun run, Case key, List<JsonNode> rows, List<EvaluationResult> results, TestReport report) {
        ArrayNode recorded = SuiteRun.object().arrayNode();
        rows.forEach(row -> row.path("rules").forEach(recorded::add));
        ObjectNode expected = SuiteRun.object();
        ArrayNode rules = expected.putArray("rules");
        recorded.forEach(rule -> rules.add(comparable(rule, rule)));
        expected.put("blocks", rows.stream().anyMatch(row -> row.path("blocks").asBoolean()));
        List<JsonNode> flags = new ArrayList<>();
        recorded.forEach(flags::add);
        ObjectNode actual = answer(results, flags);
        ObjectNode content = ((ObjectNode) rows.get(0)).deepCopy();
        content.set("rules", recorded);
        run.answer(row(rows.get(0), answer(results, List.of())));
        boolean agrees = JsonEquality.KINDS.same(expected, actual);
        Set<String> missing = report.missingFeatures(key.policy);
        if (missing.isEmpty() && !agrees) {
            missing = UnseenChanges.missingFeatures(report);
        }
        if (missing.isEmpty()) {
            run.check(rows.get(0).path("test").asText() + " " + key, () -> content, expected, actual, agrees);
        } else {
            run.unsupported(missing);
        }
    }

    private static ObjectNode row(JsonNode recorded, ObjectNode answer) {
        ObjectNode row = SuiteRun.object();
        for (String field : List.of("test", "doc", "operation", "resource", "payload", "policy")) {
            if (recorded.has(field)) {
                row.set(field, recorded.get(field));
            }
        }
        row.set("rules", answer.get("rules"));
        return answer.path("blocks").asBoolean() ? row.put("blocks", true) : row;
    }

    private static ObjectNode answer(List<EvaluationResult> results, List<JsonNode> flags) {
        ObjectNode answer = SuiteRun.object();
        ArrayNode rules = answer.putArray("rules");
        boolean blocks = false;
        for (EvaluationResult result : results) {
            Deque<PatchedTarget> targets = new ArrayDeque<>(result.targets());
            for (RuleResult rule : result.rules()) {
                blocks |= rule.failureAction() == FailureAction.ENFORCE;
                ObjectNode own = SuiteRun.object()
                        .put("name", rule.name())
                        .put("type", rule.type().text())
                        .put("status", rule.status().text())
                        .put("message", rule.message());
                if (!rule.properties().isEmpty()) {
                    rule.properties().forEach(own.putObject("properties")::put);
                }
                if (!rule.exceptions().isEmpty()) {
                    ArrayNode keys = own.putArray("exceptions");
                    rule.exceptions().forEach(exception -> keys.add(exception.key()));
                }
                PodSecurityFindings findings = rule.podSecurity();
                if (findings != null) {
                    own.set("podSecurity", podSecurity(findings));
                }
                PatchedTarget next = targets.peek();
                if (next != null
                        && rule.status() == RuleStatus.PASS
                        && next.rule().equals(rule.name())) {
                    own.set("patchedTarget", targets.remove().after());
                }
                boolean flagged = rules.size() < flags.size();
                rules.add(comparable(own, flagged ? flags.get(rules.size()) : own));
            }
        }
        return answer.put("blocks", blocks);
    }

    private static ObjectNode podSecurity(PodSecurityFindings findings) {
        ObjectNode answer = SuiteRun.object().put("level", findings.level()).put("version", findings.version());
        ArrayNode checks = answer.putArray("checks");
        for (PodSecurityFinding finding : findings.findings()) {
            checks.addObject()
                    .put("id", finding.id())
                    .put("reason", finding.reason())
                    .put("detail", finding.detail());
        }
        return answer;
    }

    /** The fields of a check are part of the message. */
    private static ObjectNode podSecurity(JsonNode written) {
        ObjectNode compared = SuiteRun.object()
                .put("level", written.path("level").asText())
                .put("version", written.path("version").asText());
        ArrayNode checks = compared.putArray("checks");
        for (JsonNode check : written.path("checks")) {
            ObjectNode own = checks.addObject();
            for (String field : List.of("id", "reason", "detail")) {
                own.put(field, check.path(field).asText());
            }
        }
        return compared;
    }

    private static ObjectNode comparable(JsonNode rule, JsonNode flags) {
        ObjectNode compared = SuiteRun.object();
        for (String field : List.of("name", "type", "status")) {
            compared.put(field, rule.path(field).asText());
        }
        boolean varies = flags.path("nondeterministic").asBoolean()
                || flags.path("network").asBoolean();
        for (String field : List.of("properties", "exceptions", "skipReason", "patchedTarget")) {
            if (rule.has(field)) {
                compared.set(field, rule.get(field));
            }
        }
        JsonNode checks = rule.path("podSecurity").path("checks");
        if (!checks.isEmpty()) {
            compared.set("podSecurity", podSecurity(rule.path("podSecurity")));
        }
        return compared.put("message", varies ? "" : rule.path("message").asText());
    }

    /** What is compared at once. */
    private record Case(int document, String operation, String resource, String kind, String policy) {
        static Case of(JsonNode row) {
            JsonNode resource = row.path("resource");
            ResourceKey key = new ResourceKey(
                    resource.path("apiVersion").asText(),
                    resource.path("kind").asText(),
                    resource.path("namespace").asText(),
                    resource.path("name").asText());
            JsonNode policy = row.path("policy");
            return new Case(
                    row.path("doc").asInt(),
                    row.path("operation").asText(),
                    row.path("payload").asText(key.toString()),
                    policy.path("kind").asText(),
                    policy.path("name").asText());
        }

        static Case of(int document, TestEvaluation evaluation, Policy policy) {
            String operation =
                    evaluation.operation() == null ? "" : evaluation.operation().name();
            return new Case(document, operation, evaluation.resource().toString(), policy.kind(), policy.name());
        }
    }
}
