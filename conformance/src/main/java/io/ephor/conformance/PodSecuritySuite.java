package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.podsecurity.Controls;
import io.ephor.engine.podsecurity.Findings;
import io.ephor.engine.podsecurity.PodSecurity;
import io.ephor.engine.podsecurity.StandardVersion;
import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.engine.podsecurity.pod.Pod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Pods against levels and versions of the Pod Security Standards, with and without excludes: every failed check with its
 * reason, its detail and its fields. Rows about controls and versions are cases of their own.
 */
final class PodSecuritySuite implements Suite {
    @Override
    public String name() {
        return "podsecurity";
    }

    @Override
    public String file() {
        return "patterns/podsecurity.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Map<Integer, JsonNode> pods = new HashMap<>();
        run.rows(row -> {
            switch (row.path("t").asText()) {
                case "pod" -> {
                    pods.put(row.get("pod").intValue(), row.get("object"));
                    run.answer(row);
                }
                case "controls" -> controls(run, row);
                case "version" -> version(run, row);
                case "eval", "exclude" ->
                    evaluate(
                            run,
                            row,
                            Objects.requireNonNull(pods.get(row.get("pod").intValue())));
                default -> run.notUnderstood("a row of an unknown kind", row);
            }
        });
    }

    private static void controls(SuiteRun run, JsonNode row) {
        ObjectNode actual = SuiteRun.object();
        for (String name : Controls.names()) {
            ArrayNode checks = actual.putArray(name);
            Controls.checksOf(name).forEach(checks::add);
        }
        run.check("controls", row, row.get("nameToIds"), actual);
        run.answer(row);
    }

    private static void version(SuiteRun run, JsonNode row) {
        String text = row.get("version").textValue();
        ObjectNode actual = SuiteRun.object();
        StandardVersion.parse(text)
                .ifPresentOrElse(
                        version -> actual.put(
                                "parsed", version.equals(StandardVersion.LATEST) ? "latest" : "v1." + version.minor()),
                        () -> actual.put("error", "must be \"latest\" or \"v1.x\""));
        ObjectNode expected = ((ObjectNode) row).deepCopy();
        expected.remove(List.of("t", "version"));
        run.check("version " + text, row, expected, actual);
        run.answer(actual.put("t", "version").put("version", text));
    }

    private static void evaluate(SuiteRun run, JsonNode row, JsonNode document) {
        Pod pod = Pod.of(document.path("metadata"), document.path("spec"));
        JsonNode versions = row.has("versions")
                ? row.get("versions")
                : SuiteRun.object().arrayNode().add(row.get("version"));
        ObjectNode answer = SuiteRun.object();
        for (JsonNode version : versions) {
            answer = answer(row, version, pod);
            JsonNode expected = withoutChance(row);
            String description = row.path("level").asText() + ":" + version.asText() + " on pod " + row.get("pod")
                    + (row.has("exclude") ? " with " + row.get("exclude") : "");
            run.check(description, row, expected, withoutChance(answer));
        }
        ObjectNode own = ((ObjectNode) row).deepCopy();
        own.remove(List.of("allowed", "checks", "text"));
        run.answer(own.setAll(answer));
    }

    private static ObjectNode answer(JsonNode row, JsonNode version, Pod pod) {
        ObjectNode written = SuiteRun.object();
        written.set("level", row.get("level"));
        written.set("version", version);
        written.set("exclude", row.path("exclude"));
        List<FailedCheck> failed = new ArrayList<>(PodSecurity.compile(written).failed(pod));
        ObjectNode answer = SuiteRun.object().put("allowed", failed.isEmpty());
        if (failed.isEmpty()) {
            return answer;
        }
        if (row.has("exclude")) {
            failed.sort(Comparator.comparing(FailedCheck::id));
        } else {
            answer.put("text", Findings.text(failed));
        }
        ArrayNode checks = answer.putArray("checks");
        failed.forEach(check -> checks.add(check(check)));
        return answer;
    }

    private static ObjectNode check(FailedCheck check) {
        ObjectNode node = SuiteRun.object()
                .put("id", check.id())
                .put("reason", check.reason())
                .put("detail", check.detail());
        if (check.errors().isEmpty()) {
            return node.putNull("errors");
        }
        ArrayNode errors = node.putArray("errors");
        for (FieldError error : check.errors()) {
            ObjectNode written = errors.addObject()
                    .put("field", error.field())
                    .put("type", error.required() ? "FieldValueRequired" : "FieldValueForbidden");
            JsonNode bad = error.badValue();
            if (bad != null && !(bad.isTextual() && bad.textValue().isEmpty())) {
                written.set("bad", bad);
            }
        }
        return node;
    }

    /** The order of several errors of annotations is left to chance. */
    private static ObjectNode withoutChance(JsonNode row) {
        ObjectNode compared = SuiteRun.object();
        compared.set("allowed", row.get("allowed"));
        boolean chance = false;
        ArrayNode checks = compared.putArray("checks");
        for (JsonNode check : row.path("checks")) {
            ObjectNode copy = check.deepCopy();
            List<JsonNode> errors = new ArrayList<>();
            check.path("errors").forEach(errors::add);
            long annotations = errors.stream()
                    .filter(error -> error.path("field").asText().startsWith("metadata.annotations["))
                    .count();
            if (annotations > 1) {
                chance = true;
                errors.sort(Comparator.comparing(JsonNode::toString));
                copy.putArray("errors").addAll(errors);
            }
            checks.add(copy);
        }
        if (row.has("text") && !chance) {
            compared.set("text", row.get("text"));
        }
        return compared;
    }
}
