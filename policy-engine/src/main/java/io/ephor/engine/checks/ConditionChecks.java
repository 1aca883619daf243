package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.ConditionOperator;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import java.util.List;
import java.util.Set;

/**
 * What a condition must state.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, validateConditions
 */
final class ConditionChecks {
    private static final Set<String> OPERATIONS = Set.of("CREATE", "UPDATE", "DELETE", "CONNECT");

    private final FaultCollector faults;

    ConditionChecks(FaultCollector faults) {
        this.faults = faults;
    }

    /** Checks conditions in either form. */
    void checkBlock(JsonNode block, String pointer) {
        list(block, pointer, true);
        for (String name : List.of("any", "all")) {
            list(block.path(name), pointer + "/" + name, true);
        }
    }

    /** Checks nothing but the operators, which is all that the reference checks in loops. */
    void checkOperators(JsonNode block, String pointer) {
        list(block, pointer, false);
        for (String name : List.of("any", "all")) {
            list(block.path(name), pointer + "/" + name, false);
        }
    }

    private void list(JsonNode list, String pointer, boolean whole) {
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode condition = list.get(i);
            String place = pointer + "/" + i;
            boolean complete = !whole || isComplete(condition, place);
            String operator = Texts.of(condition, "operator");
            if (complete && !isOperator(operator)) {
                faults.report(Fault.error(
                        "invalid-operator",
                        operator.isEmpty() ? place : place + "/operator",
                        "`" + operator + "` is no operator"));
            }
        }
    }

    private boolean isComplete(JsonNode condition, String pointer) {
        for (String field : List.of("key", "value", "operator")) {
            if (!condition.hasNonNull(field)) {
                faults.report(Fault.error("missing-field", pointer, "missing field `" + field + "` of a condition"));
                return false;
            }
        }
        String key = Texts.of(condition, "key").replace(" ", "");
        if (key.equals("{{request.operation}}")) {
            operations(condition.path("value"), pointer + "/value");
        }
        return true;
    }

    private void operations(JsonNode value, String pointer) {
        if (value.isTextual()) {
            String text = value.textValue();
            boolean variable = text.length() >= 4 && text.startsWith("{{") && text.endsWith("}}");
            operation(variable || OPERATIONS.contains(text), pointer);
            return;
        }
        operation(value.isArray(), pointer);
        for (int i = 0; i < value.size(); i++) {
            operation(OPERATIONS.contains(String.valueOf(value.get(i).textValue())), pointer + "/" + i);
        }
    }

    private void operation(boolean valid, String pointer) {
        if (!valid) {
            faults.report(Fault.error("invalid-value", pointer, "expected `CREATE`, `UPDATE`, `DELETE` or `CONNECT`"));
        }
    }

    /** An evaluation finds operators in any case, admission does not. */
    private static boolean isOperator(String text) {
        ConditionOperator operator = ConditionOperator.find(text);
        return operator != null && operator.literal().equals(text);
    }
}
