package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.ConditionOperator;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.wording.GoTypes;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition must state.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, validateConditions
 */
final class ConditionChecks {
    private static final Set<String> OPERATIONS = Set.of("CREATE", "UPDATE", "DELETE", "CONNECT");

    private static final List<String> FORMS = List.of("any", "all");
    private static final List<String> FIELDS = List.of("key", "value", "operator");

    private final FaultCollector faults;

    ConditionChecks(FaultCollector faults) {
        this.faults = faults;
    }

    /**
     * Checks conditions in either form.
     *
     * @param place where they are, as Kyverno has it
     */
    void checkBlock(JsonNode block, String pointer, ToldPlace place) {
        completeness(block, pointer, "", place);
        for (String name : FORMS) {
            completeness(block.path(name), pointer, name, place);
        }
        checkOperators(block, pointer, place, true);
    }

    /** Checks nothing but the operators, which is all that the reference checks in loops. */
    void checkOperators(JsonNode block, String pointer, ToldPlace place) {
        checkOperators(block, pointer, place, false);
    }

    private void checkOperators(JsonNode block, String pointer, ToldPlace place, boolean completeOnly) {
        operators(block, pointer, "", place, completeOnly);
        for (String name : FORMS) {
            operators(block.path(name), pointer, name, place, completeOnly);
        }
    }

    private void completeness(JsonNode list, String block, String form, ToldPlace place) {
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode condition = list.get(i);
            String missing = missing(condition);
            if (missing != null) {
                faults.error(
                        "missing-field",
                        pointer(block, form, i),
                        "missing field `" + missing + "` of a condition",
                        AdmissionStep.RESOURCES,
                        told(place, form, i)
                                + ": entered value of `key`, `value` or `operator` is missing or misspelled");
            } else if (isOperation(Texts.of(condition, "key"))) {
                operations(condition.path("value"), pointer(block, form, i) + "/value", told(place, form, i));
            }
        }
    }

    private static boolean isOperation(String key) {
        return key.contains("request.operation") && key.replace(" ", "").equals("{{request.operation}}");
    }

    private static String pointer(String block, String form, int index) {
        return (form.isEmpty() ? block : block + "/" + form) + "/" + index;
    }

    private static String told(ToldPlace place, String form, int index) {
        return "path: " + place.text() + (form.isEmpty() ? "" : "." + form) + "[" + index + "].";
    }

    private static @Nullable String missing(JsonNode condition) {
        for (String field : FIELDS) {
            if (!condition.hasNonNull(field)) {
                return field;
            }
        }
        return Texts.of(condition, "operator").isEmpty() ? "operator" : null;
    }

    private void operators(JsonNode list, String block, String form, ToldPlace place, boolean completeOnly) {
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode condition = list.get(i);
            String operator = Texts.of(condition, "operator");
            if (isOperator(operator) || (completeOnly && missing(condition) != null)) {
                continue;
            }
            String at = pointer(block, form, i);
            // Kyverno tells those of both forms to be of this one.
            String told = told(place, form.isEmpty() ? "" : "any", i);
            faults.error(
                    "invalid-operator",
                    operator.isEmpty() ? at : at + "/operator",
                    "`" + operator + "` is no operator",
                    AdmissionStep.RESOURCES,
                    told + ": entered value of `operator` is invalid. valid values: " + allOperators());
        }
    }

    private static String allOperators() {
        StringBuilder names = new StringBuilder("[");
        for (ConditionOperator operator : ConditionOperator.values()) {
            names.append(names.length() == 1 ? "\"" : " \"")
                    .append(operator.literal())
                    .append('"');
        }
        return names.append(']').toString();
    }

    private void operations(JsonNode value, String pointer, String place) {
        if (value.isTextual()) {
            String text = value.textValue();
            boolean variable = text.length() >= 4 && text.startsWith("{{") && text.endsWith("}}");
            if (!variable && !OPERATIONS.contains(text)) {
                operation(pointer, place + "value: " + text + ": " + unknown(text));
            }
            return;
        }
        if (!value.isArray()) {
            operation(
                    pointer,
                    place + "value: 'value' field found to be of the type " + GoTypes.kind(value)
                            + ". The provided value/values are expected to be either in the form of a string or list");
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            String text = value.get(i).textValue();
            if (text == null) {
                operation(
                        pointer + "/" + i,
                        place + "value[" + i + "]: 'value[" + i + "]' found to be of the type "
                                + GoText.typeName(value.get(i), NumberView.AS_WRITTEN)
                                + ". The provided values are expected to be strings");
            } else if (!OPERATIONS.contains(text)) {
                operation(pointer + "/" + i, place + "value[" + i + "]: " + unknown(text));
            }
        }
    }

    private static String unknown(String text) {
        return "unknown value '" + text + "' found under the 'value' field. Only the following values are allowed:"
                + " [CREATE, UPDATE, DELETE, CONNECT]";
    }

    private void operation(String pointer, String text) {
        String message = "expected `CREATE`, `UPDATE`, `DELETE` or `CONNECT`";
        faults.error("invalid-value", pointer, message, AdmissionStep.RESOURCES, text);
    }

    /** An evaluation finds operators in any case, admission does not. */
    private static boolean isOperator(String text) {
        ConditionOperator operator = ConditionOperator.find(text);
        return operator != null && operator.literal().equals(text);
    }
}
