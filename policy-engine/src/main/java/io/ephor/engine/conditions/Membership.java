package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternMatch;
import io.ephor.patterns.leaf.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Says whether keys are in a value: a list, a range such as {@code 1-10}, a list that is written as JSON, or a single
 * text. Texts are looked for with wildcards on both sides.
 *
 * <p>Kyverno: pkg/engine/variables/operator/anyin.go, allin.go, anynotin.go, allnotin.go
 *
 * @param all whether every key is asked, rather than some key
 * @param negated whether keys must not be in the value
 */
record Membership(boolean all, boolean negated) implements OperatorTest {
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
        if (isRange(value.text())) {
            return inRange(key, value.text()) != negated;
        }
        TextList texts = written(value.text());
        return texts != null && texts.holds(key) != negated;
    }

    private boolean list(Operand key, Operand value) {
        JsonNode node = value.node();
        if (node.isArray()) {
            return among(key.texts(), value.texts());
        }
        if (node.isNumber() || node.isBoolean()) {
            return !all && among(key.texts(), TextList.of(value.printed()));
        }
        if (!node.isTextual()) {
            return false;
        }
        TextList keys = key.texts();
        if (keys.texts().size() == 1 && keys.texts().get(0).equals(value.text())) {
            return !negated;
        }
        if (isRange(value.text())) {
            return range(keys, value.text());
        }
        TextList texts = written(value.text());
        return texts != null && among(keys, texts);
    }

    private boolean among(TextList keys, TextList texts) {
        texts.requireComparable(keys);
        for (String key : keys.texts()) {
            boolean asked = texts.holdsLike(key) != negated;
            if (asked != all) {
                return asked;
            }
        }
        return all;
    }

    private boolean range(TextList keys, String range) {
        // Some key outside: the reference asks for the range with its first minus turned into an outside-range sign,
        // which
        // for a negative lower bound is no range any more.
        boolean outside = negated && !all;
        Pattern pattern = Pattern.compile(TextNode.valueOf(outside ? range.replaceFirst("-", "!-") : range));
        for (String key : keys.texts()) {
            boolean asked = matches(pattern, key) != (negated && all);
            if (asked != all) {
                return asked;
            }
        }
        return all;
    }

    private static boolean inRange(String key, String range) {
        return matches(Pattern.compile(TextNode.valueOf(range)), key);
    }

    private static boolean isRange(String text) {
        return Operator.of(text) == Operator.IN_RANGE;
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.match(TextNode.valueOf(text)) instanceof PatternMatch.Matched;
    }

    /** Returns the texts that a text stands for, or null where it is JSON and no list of texts. */
    private static @Nullable TextList written(String text) {
        JsonNode json = TextList.json(text);
        return json == null ? TextList.of(text) : TextList.ofJson(json);
    }
}
