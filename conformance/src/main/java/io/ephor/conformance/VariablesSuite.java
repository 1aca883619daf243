package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.autogen.ReferenceShift;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.ConditionOutcome;
import io.ephor.engine.variables.ForeachVariables;
import io.ephor.engine.variables.PlaceholderSubstitution;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.RuleTemplate;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import io.ephor.engine.variables.TemplateVariable;
import io.ephor.engine.variables.VariableReplacement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Substitution of variables and references: a row is a way of substituting, its input, a context and an outcome. */
final class VariablesSuite implements Suite {
    private static final String CONTEXTS = "variables-contexts.jsonl";
    private static final String DECODING = "v1.";
    private static final String UNRESOLVED = "failed to resolve ";

    @Override
    public String name() {
        return "variables";
    }

    @Override
    public String file() {
        return "jmespath/variables.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        List<JsonNode> contexts = new ArrayList<>();
        for (JsonNode context : run.companionRows(CONTEXTS)) {
            contexts.add(ElementIndexes.asIntegers(context));
        }
        run.rows(row ->
                check(run, row, new DocumentScope(contexts.get(row.path("c").asInt()))));
    }

    private static void check(SuiteRun run, JsonNode row, DocumentScope scope) {
        String mode = row.path("m").textValue();
        JmesPathOutcome outcome = outcome(mode, row.get("d"), scope);
        ObjectNode actual = outcome.json();
        if (run.wantsAnswers()) {
            ObjectNode answer = SuiteRun.object();
            answer.put("m", mode).set("c", row.get("c"));
            answer.set("d", row.get("d"));
            run.answer(answer.setAll(actual));
        }
        boolean agrees = row.has("n") ? agreesWithOne(mode, row, outcome) : agrees(mode, row, row, outcome);
        run.check(mode + " " + row.get("d") + " in " + row.path("c"), () -> row, row, actual, agrees);
    }

    private static JmesPathOutcome outcome(String mode, JsonNode input, DocumentScope scope) {
        try {
            return new JmesPathOutcome(null, "", value(mode, input, scope));
        } catch (SubstitutionException | ConditionException exception) {
            return new JmesPathOutcome("rt", String.valueOf(exception.getMessage()), null);
        } catch (QueryException exception) {
            boolean unknown = exception.reason() == QueryException.Reason.UNKNOWN_KEY;
            return new JmesPathOutcome(unknown ? "nf" : "rt", String.valueOf(exception.getMessage()), null);
        }
    }

    private static JsonNode value(String mode, JsonNode input, DocumentScope scope) {
        return switch (mode) {
            case "all", "pre" -> Template.compile(input, DocumentScope.QUERIES).resolve(scope);
            case "rule", "forcectx" ->
                RuleTemplate.compile(input, DocumentScope.QUERIES).resolve(scope);
            case "force" -> PlaceholderSubstitution.in(input);
            case "foreach" -> elements(input);
            case "shift" ->
                TextNode.valueOf(ReferenceShift.shifted(
                        input.path("value").textValue(),
                        input.path("shift").textValue(),
                        input.path("pivot").textValue()));
            case "replace" ->
                TextNode.valueOf(VariableReplacement.replaced(input.textValue(), variable -> "<" + variable + ">"));
            case "query" -> scope.query(input.textValue());
            case "conditions" ->
                typed(Template.compile(input, DocumentScope.QUERIES).resolve(scope));
            case "evaluate" -> evaluated(input, scope);
            default -> throw new IllegalArgumentException("no such mode: " + mode);
        };
    }

    /** The conditions as Go's types hold them, which do not know a key or value of null from none. */
    private static JsonNode typed(JsonNode conditions) {
        JsonNode typed = conditions.deepCopy();
        for (JsonNode block : typed) {
            for (JsonNode list : block) {
                list.forEach(condition -> ((ObjectNode) condition).properties().removeIf(VariablesSuite::isNull));
            }
        }
        return typed;
    }

    private static boolean isNull(Map.Entry<String, JsonNode> field) {
        return field.getValue().isNull();
    }

    /** All blocks must hold; the first one that does not ends it. */
    private static JsonNode evaluated(JsonNode blocks, DocumentScope scope) {
        ConditionCompiler compiler = new ConditionCompiler(DocumentScope.QUERIES, new UnheededFaults());
        List<String> messages = new ArrayList<>();
        for (JsonNode block : blocks) {
            ConditionOutcome outcome = compiler.compile(block, "").evaluate(scope);
            if (!outcome.passed()) {
                return SuiteRun.object().put("pass", false).put("message", outcome.message());
            }
            if (!outcome.message().isEmpty()) {
                messages.add(outcome.message());
            }
        }
        return SuiteRun.object().put("pass", true).put("message", String.join("; ", messages));
    }

    private static JsonNode elements(JsonNode rule) {
        TemplateVariable outside = ForeachVariables.firstOutside(rule);
        if (outside != null) {
            throw new SubstitutionException(ForeachVariables.text(outside), outside.pointer(), null);
        }
        return TextNode.valueOf("ok");
    }

    /** Where several variables have no value, which of them is named is chance: all may be, not only those seen. */
    private static boolean agreesWithOne(String mode, JsonNode row, JmesPathOutcome outcome) {
        boolean errors = true;
        for (JsonNode recorded : row.get("n")) {
            if (agrees(mode, row, recorded, outcome)) {
                return true;
            }
            errors &= recorded.path("x").asText().startsWith(UNRESOLVED);
        }
        return errors && outcome.text().startsWith(UNRESOLVED);
    }

    private static boolean agrees(String mode, JsonNode row, JsonNode recorded, JmesPathOutcome outcome) {
        if (recorded.path("k").asText().equals("panic")) {
            return true;
        }
        if (recorded.path("x").asText().startsWith(DECODING)) {
            return outcome.value() == null;
        }
        JsonNode value = outcome.value();
        boolean rule = mode.startsWith("rule") || mode.startsWith("force");
        if (rule && value != null && recorded.has("r")) {
            return JsonEquality.FLOATS.same(withoutEmptyFields(recorded.get("r")), withoutEmptyFields(value));
        }
        // What is no UTF-8 in Go has a substitute here.
        return (recorded.has("b64") && value != null)
                ? recorded.path("r").equals(value)
                : outcome.agrees(row, recorded);
    }

    private static JsonNode withoutEmptyFields(JsonNode rule) {
        JsonNode copy = TypedRule.withoutEmptyFields(rule);
        if (copy instanceof ObjectNode object && object.path("match").isEmpty()) {
            object.remove("match");
        }
        return copy;
    }
}
