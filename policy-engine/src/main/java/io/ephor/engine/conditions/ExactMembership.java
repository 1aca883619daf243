package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deprecated operators {@code In} and {@code NotIn}. A text is looked for with wildcards, the keys of a list as they
 * are, and there are no ranges.
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

    @Override
    public Certainty ofScalar(JsonNode key, Operand value) {
        return key.isNumber() ? Certainty.UNKNOWN : Certainty.of(scalar(GoText.value(key, NumberView.FLOAT64), value));
    }

    @Override
    public @Nullable ListQuestion ofKeys(Operand value, NumberView numbers) {
        return value.node().isArray() && isTexts(value.node())
                ? new ListQuestion(new ListQuestion.AmongExactly(value.texts()), negated, !negated)
                : null;
    }

    @Override
    public @Nullable ListQuestion ofValues(String key, NumberView numbers) {
        return ListQuestion.ofValues(key, numbers, negated);
    }

    private boolean scalar(String key, Operand value) {
        if (value.node().isArray()) {
            return value.holdsLike(key) != negated;
        }
        if (!value.node().isTextual()) {
            return false;
        }
        if (value.wildcard().matches(key)) {
            return !negated;
        }
        TextList texts = written(value);
        return texts != null && texts.holds(key) != negated;
    }

    private boolean list(Operand key, Operand value) {
        if (!isTexts(key.node())) {
            // Kyverno crashes
            throw new ConditionException("operators In and NotIn take lists of texts only", null);
        }
        List<String> keys = key.printedElements();
        if (value.node().isArray()) {
            return isTexts(value.node()) && holdsAll(value.texts(), keys) != negated;
        }
        if (!value.node().isTextual()) {
            return false;
        }
        if (keys.size() == 1 && keys.get(0).equals(value.text())) {
            // Kyverno: setExistsInArray forgets which of the two operators it was asked for
            return true;
        }
        TextList texts = written(value);
        return texts != null && holdsAll(texts, keys) != negated;
    }

    private static boolean holdsAll(TextList texts, List<String> keys) {
        for (String key : keys) {
            if (!texts.holds(key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTexts(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the texts of a list that is written as JSON, or null where the value is another text. */
    private static @Nullable TextList written(Operand value) {
        TextMembers members = value.members();
        return members.json() ? members.texts() : null;
    }
}
