package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.ConditionOutcome;
import io.ephor.engine.read.PolicyDocument;
import io.ephor.engine.read.PolicyReader;
import io.ephor.values.NumberView;
import io.ephor.values.YamlLimits;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Operators on keys and values, written in the condition or taken from the request, and whole blocks. The first line holds
 * the values, each further line a key with one answer a value: {@code 1}, {@code 0}, {@code E} for an error, {@code P} where
 * the reference crashes and an error is due.
 */
final class ConditionsSuite implements Suite {
    private static final String VARIABLE_KEY = "{{ request.object.k }}";
    private static final String VARIABLE_VALUE = "{{ request.object.v }}";
    private static final String UNREADABLE = "failed to unmarshal Conditions";

    @Override
    public String name() {
        return "conditions";
    }

    @Override
    public String file() {
        return "patterns/conditions.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Rows rows = new Rows(run);
        run.rows(rows::row);
    }

    private static final class Rows {
        private final SuiteRun run;
        private final PolicyReader reader = new PolicyReader(YamlLimits.DEFAULT);
        private JsonNode values = NullNode.instance;

        Rows(SuiteRun run) {
            this.run = run;
        }

        void row(JsonNode row) {
            if (row.has("values")) {
                values = row.get("values");
                run.answer(row);
                return;
            }
            switch (row.path("mode").asText()) {
                case "literal", "variables", "variablesFloat" -> operator(row);
                case "block" -> block(row);
                default -> run.notUnderstood("unknown mode", row);
            }
        }

        private void operator(JsonNode row) {
            String recorded = row.get("bits").textValue();
            if (recorded.length() != values.size()) {
                run.notUnderstood("a key needs one answer for each value", row);
                return;
            }
            StringBuilder bits = new StringBuilder(recorded.length());
            ObjectNode errors = SuiteRun.object();
            for (int i = 0; i < recorded.length(); i++) {
                String actual = answer(row, values.get(i));
                String expected = expected(row, recorded, i);
                bits.append(actual.length() > 1 ? 'E' : actual.charAt(0));
                if (actual.length() > 1) {
                    errors.put(Integer.toString(i), actual);
                }
                JsonNode value = values.get(i);
                run.check(
                        row.get("key") + " " + row.get("op") + " " + value + " (" + row.get("mode") + ")",
                        () -> content(row, value),
                        TextNode.valueOf(expected),
                        TextNode.valueOf(actual),
                        expected.equals("P") ? actual.length() > 1 : expected.equals(actual));
            }
            run.answer(answered(row, bits.toString(), errors));
        }

        /** Writes the errors as the recordings do: once where they are all the same, else by the index of the value. */
        private static ObjectNode answered(JsonNode row, String bits, ObjectNode errors) {
            ObjectNode answer = row.deepCopy();
            answer.remove("error");
            answer.remove("errors");
            answer.put("bits", bits);
            if (errors.isEmpty()) {
                return answer;
            }
            JsonNode first = errors.elements().next();
            for (JsonNode error : errors) {
                if (!error.textValue().equals(first.textValue())) {
                    return answer.set("errors", errors);
                }
            }
            return answer.set("error", first);
        }

        private static ObjectNode content(JsonNode row, JsonNode value) {
            ObjectNode content = row.deepCopy();
            return content.set("value", value);
        }

        private static String expected(JsonNode row, String bits, int index) {
            if (bits.charAt(index) != 'E') {
                return bits.substring(index, index + 1);
            }
            JsonNode errors = row.path("errors");
            JsonNode error = errors.isObject() ? errors.path(Integer.toString(index)) : errors.path(index);
            return error.isTextual() ? error.textValue() : row.path("error").asText();
        }

        private String answer(JsonNode row, JsonNode value) {
            boolean literal = row.get("mode").textValue().equals("literal");
            boolean asWritten = row.get("mode").textValue().equals("variables");
            ObjectNode condition = SuiteRun.object();
            condition.set("operator", row.get("op"));
            condition.set("key", literal ? row.get("key") : TextNode.valueOf(VARIABLE_KEY));
            condition.set("value", literal ? value : TextNode.valueOf(VARIABLE_VALUE));
            ObjectNode conditions = SuiteRun.object();
            conditions.putArray("all").add(condition);
            ObjectNode document = SuiteRun.object();
            ObjectNode object = document.putObject("request").putObject("object");
            object.set("k", row.get("key"));
            object.set("v", value);
            NumberView queried = asWritten ? NumberView.AS_WRITTEN : NumberView.FLOAT64;
            try {
                return evaluate(conditions, document, queried).passed() ? "1" : "0";
            } catch (ConditionException exception) {
                return Objects.requireNonNull(exception.getMessage());
            }
        }

        private ConditionOutcome evaluate(JsonNode conditions, JsonNode document, NumberView queried) {
            CompiledConditions compiled =
                    new ConditionCompiler(DocumentScope.QUERIES, new UnheededFaults(), queried).compile(conditions, "");
            return compiled.evaluate(new DocumentScope(document));
        }

        private void block(JsonNode row) {
            ObjectNode expected = row.deepCopy();
            ObjectNode actual = SuiteRun.object().put("mode", "block");
            actual.set("conditions", row.get("conditions"));
            actual.set("context", row.get("context"));
            if (!reads(row.get("conditions"))) {
                actual.put("decodeError", UNREADABLE).put("denyDecodeError", UNREADABLE);
            } else {
                both(actual, evaluated(row));
            }
            run.check("block " + row.get("conditions"), row, expected, actual);
            run.answer(actual);
        }

        private ObjectNode evaluated(JsonNode row) {
            ObjectNode answer = SuiteRun.object();
            try {
                ConditionOutcome outcome = evaluate(row.get("conditions"), row.get("context"), NumberView.AS_WRITTEN);
                return answer.put("result", outcome.passed()).put("message", outcome.message());
            } catch (ConditionException exception) {
                return answer.put("result", false).put("message", "").put("error", exception.getMessage());
            }
        }

        /** Preconditions and the conditions of a denial are evaluated alike. */
        private static void both(ObjectNode answer, ObjectNode evaluated) {
            answer.setAll(evaluated);
            for (Map.Entry<String, JsonNode> field : evaluated.properties()) {
                String name = field.getKey();
                answer.set(
                        "deny" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), field.getValue());
            }
        }

        /** Says whether a policy with such preconditions can be read. */
        private boolean reads(JsonNode conditions) {
            ObjectNode policy =
                    SuiteRun.object().put("apiVersion", "kyverno.io/v1").put("kind", "ClusterPolicy");
            policy.putObject("metadata").put("name", "block");
            ObjectNode rule =
                    policy.putObject("spec").putArray("rules").addObject().put("name", "block");
            rule.putObject("match").putObject("resources").putArray("kinds").add("Pod");
            rule.set("preconditions", conditions);
            rule.putObject("validate").putObject("deny");
            List<PolicyDocument> documents =
                    reader.read("block", Json.write(policy)).documents();
            return documents.size() == 1 && documents.get(0).definition() != null;
        }
    }
}
