package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The deprecated operators {@code In} and {@code NotIn}. Only texts are looked for in a list, and the keys of a list are
 * looked for as they are.
 *
 * <p>Kyverno: pkg/engine/variables/operator/in.go, notin.go
 */
record ExactMembership(boolean negated) implements OperatorTest {
    @Override
    public boolean holds(Operand key, Operand value) {
        return switch (key.node().getNodeType()) {
            case STRING, NUMBER, BOOLEAN -> scalar(key.printed(), value);
            case ARRAY -> list(key, value);
            case OBJECT, NULL, MISSING, BINARY, POJO -> false;
        };
    }

    private boolean scalar(String key, Operand value) {
        if (value.node().isArray()) {
            return value.texts().holdsLike(key) != negated;
        }
        if (!value.node().isTextual()) {
            return false;
        }
        if (value.meaning().wildcard().matches(key)) {
            return !negated;
        }
        TextList texts = written(value.text());
        return texts != null && texts.holds(key) != negated;
    }

    private boolean list(Operand key, Operand value) {
        requireTexts(key.node());
        TextList keys = key.texts();
        if (value.node().isArray()) {
            return isTexts(value.node()) && holdsAll(value.texts(), keys) != negated;
        }
        if (!value.node().isTextual()) {
            return false;
        }
        if (keys.texts().size() == 1 && keys.texts().get(0).equals(value.text())) {
            // Both operators hold, as they do in the reference.
            return true;
        }
        TextList texts = written(value.text());
        return texts != null && holdsAll(texts, keys) != negated;
    }

    private static boolean holdsAll(TextList texts, TextList keys) {
        for (String key : keys.texts()) {
            if (!texts.holds(key)) {
                return false;
            }
        }
        return true;
    }

    private static void requireTexts(JsonNode keys) {
        if (!isTexts(keys)) {
            throw new ConditionException("operators In and NotIn take lists of texts only", null);
        }
    }

    private static boolean isTexts(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable TextList written(String text) {
        JsonNode json = TextList.json(text);
        return json == null ? null : TextList.ofJson(json);
    }
}
