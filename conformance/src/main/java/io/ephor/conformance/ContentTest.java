package io.ephor.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A claim about one place in the content of a case. Immutable.
 *
 * @param at the place
 * @param operator what is claimed
 * @param operand what the value at the place is compared with
 */
record ContentTest(JsonPointer at, Operator operator, JsonNode operand) {
    enum Operator {
        /** The value is this value. */
        EQUALS,
        /** The value is a text that holds this text. */
        CONTAINS,
        /** The value is a text that starts with this text. */
        STARTSWITH,
        /** The value is a text that ends with this text. */
        ENDSWITH,
        /** The value is a text, and the whole of it matches this regular expression. */
        MATCHES,
        /** There is a value, or there is none. */
        EXISTS
    }

    /** Reads the form {@code {at: /pointer, contains: text}}. */
    static ContentTest read(JsonNode form) {
        String at = "";
        Operator operator = null;
        JsonNode operand = form;
        for (Map.Entry<String, JsonNode> field : form.properties()) {
            if (field.getKey().equals("at")) {
                at = field.getValue().asText();
                continue;
            }
            if (operator != null) {
                throw new IllegalArgumentException("one claim a place, found two: " + Json.write(form));
            }
            operator = operator(field.getKey());
            operand = field.getValue();
        }
        if (operator == null) {
            throw new IllegalArgumentException("no claim: " + Json.write(form));
        }
        checkOperand(operator, operand);
        return new ContentTest(JsonPointer.compile(at), operator, operand);
    }

    private static Operator operator(String name) {
        for (Operator operator : Operator.values()) {
            if (operator.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return operator;
            }
        }
        throw new IllegalArgumentException("unknown claim " + name);
    }

    private static void checkOperand(Operator operator, JsonNode operand) {
        boolean fits = switch (operator) {
            case EQUALS -> true;
            case EXISTS -> operand.isBoolean();
            default -> operand.isTextual();
        };
        if (!fits) {
            throw new IllegalArgumentException("wrong type for " + operator + ": " + Json.write(operand));
        }
        if (operator == Operator.MATCHES) {
            compile(operand);
        }
    }

    private static Pattern compile(JsonNode operand) {
        try {
            return Pattern.compile(operand.textValue(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    boolean holds(JsonNode content) {
        JsonNode value = content.at(at);
        if (operator == Operator.EXISTS) {
            return value.isMissingNode() != operand.booleanValue();
        }
        if (operator == Operator.EQUALS) {
            return JsonEquality.VALUES.same(operand, value);
        }
        if (!value.isTextual()) {
            return false;
        }
        String text = value.textValue();
        String wanted = operand.textValue();
        return switch (operator) {
            case CONTAINS -> text.contains(wanted);
            case STARTSWITH -> text.startsWith(wanted);
            case ENDSWITH -> text.endsWith(wanted);
            default -> compile(operand).matcher(text).matches();
        };
    }
}
