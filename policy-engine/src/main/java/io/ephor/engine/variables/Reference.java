package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patterns.leaf.Operator;
import io.ephor.values.GoText;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;

/**
 * One reference in a text, such as {@code $(<=./../limits/memory)}.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, resolveReference
 *
 * @param written the reference with its parentheses
 */
record Reference(TextMatch match, String written, Place place) {
    /**
     * Returns the text that takes its place.
     *
     * @throws SubstitutionException if there is none
     */
    String value(NumberView numbers, ReferenceTargets targets) {
        String path = trimmed(written);
        Operator operator = Operator.of(path);
        path = path.substring(operator.symbol().length());
        if (path.isEmpty()) {
            throw failure("failed to resolve ", ": expected path, found empty reference");
        }
        JsonNode value = targets.get(ReferencePath.target(place.path(), path));
        if (operator != Operator.EQUAL) {
            return operator.symbol() + operand(value, operator, numbers);
        }
        if (value.isNull() || match.strayBytes() > 0) {
            throw failure("got nil resolved variable ", ": <nil>");
        }
        if (!value.isTextual()) {
            String message = "NotResolvedReferenceErr,reference " + written + " not resolved at path " + place.path();
            throw new SubstitutionException(message, place.pointer(), null);
        }
        return value.textValue();
    }

    private String operand(JsonNode value, Operator operator, NumberView numbers) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            boolean whole = JsonNumber.isInteger(value, numbers);
            return whole ? Long.toString(value.longValue()) : NumberText.fixed(JsonNumber.doubleValue(value));
        }
        String shown = GoText.value(value, numbers);
        throw failure(
                "failed to resolve ",
                ": incorrect expression: operator " + operator.symbol() + " does not match with value " + shown);
    }

    private static String trimmed(String reference) {
        int start = 0;
        int end = reference.length();
        while (start < end && isFrame(reference.charAt(start))) {
            start++;
        }
        while (end > start && isFrame(reference.charAt(end - 1))) {
            end--;
        }
        return reference.substring(start, end);
    }

    private static boolean isFrame(char c) {
        return c == '$' || c == '(' || c == ')';
    }

    private SubstitutionException failure(String beginning, String end) {
        return new SubstitutionException(beginning + written + " at path " + place.path() + end, place.pointer(), null);
    }
}
