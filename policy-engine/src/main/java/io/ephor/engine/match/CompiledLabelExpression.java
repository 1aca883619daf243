package io.ephor.engine.match;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.values.GoQuote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One compiled requirement of a label selector. Immutable and thread-safe. */
final class CompiledLabelExpression {
    /** What a requirement asks of a label. */
    private enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String literal;

        Operator(String literal) {
            this.literal = literal;
        }

        static @Nullable Operator of(String literal) {
            for (Operator operator : values()) {
                if (operator.literal.equals(literal)) {
                    return operator;
                }
            }
            return null;
        }

        boolean comparesValues() {
            return this == IN || this == NOT_IN;
        }
    }

    private final String key;
    private final @Nullable Operator operator;
    private final Set<String> values;
    private final @Nullable String fault;

    private CompiledLabelExpression(
            String key, @Nullable Operator operator, List<String> values, @Nullable String fault) {
        this.key = key;
        this.operator = operator;
        this.values = Set.copyOf(values);
        this.fault = fault;
    }

    static CompiledLabelExpression of(LabelExpression expression) {
        Operator operator = Operator.of(expression.operator());
        String fault = operator == null
                ? GoQuote.of(expression.operator()) + " is not a valid label selector operator"
                : fault(expression.key(), expression.values(), operator);
        return new CompiledLabelExpression(expression.key(), operator, expression.values(), fault);
    }

    /** Returns the words for what is wrong with the requirement, or null. */
    @Nullable
    String fault() {
        return fault;
    }

    boolean holds(TextMap labels) {
        if (operator == null) {
            return false;
        }
        String found = labels.value(key);
        return switch (operator) {
            case IN -> found != null && values.contains(found);
            case NOT_IN -> found == null || !values.contains(found);
            case EXISTS -> found != null;
            case DOES_NOT_EXIST -> found == null;
        };
    }

    /** Returns the words for what is wrong with one pair of {@code matchLabels}, or null. */
    static @Nullable String pairFault(String key, String value) {
        boolean sound = LabelSyntax.isKey(key) && LabelSyntax.isValue(value);
        return sound ? null : fault(key, List.of(value), Operator.IN);
    }

    private static @Nullable String fault(String key, List<String> values, Operator operator) {
        Set<String> faults = new LinkedHashSet<>();
        if (!LabelSyntax.isKey(key)) {
            faults.add("key: Invalid value: " + GoQuote.of(key) + ": " + LabelSyntax.keyFault(key));
        }
        if (operator.comparesValues() && values.isEmpty()) {
            faults.add("values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty");
        }
        if (!operator.comparesValues() && !values.isEmpty()) {
            faults.add("values: Invalid value: " + listed(values)
                    + ": values set must be empty for exists and does not exist");
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!LabelSyntax.isValue(value)) {
                faults.add("values[" + i + "][" + key + "]: Invalid value: " + GoQuote.of(value) + ": "
                        + LabelSyntax.valueFault(value));
            }
        }
        return joined(new ArrayList<>(faults));
    }

    private static String listed(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(list::add);
        return GoJsonText.of(list, Integer.MAX_VALUE);
    }

    private static @Nullable String joined(List<String> faults) {
        return switch (faults.size()) {
            case 0 -> null;
            case 1 -> faults.get(0);
            default -> "[" + String.join(", ", faults) + "]";
        };
    }
}
