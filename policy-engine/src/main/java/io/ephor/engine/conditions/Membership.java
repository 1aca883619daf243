package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.patterns.leaf.LeafPattern;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.List;
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

    @Override
    public Certainty ofScalar(JsonNode key, Operand value) {
        return key.isNumber() ? Certainty.UNKNOWN : Certainty.of(scalar(GoText.value(key, NumberView.FLOAT64), value));
    }

    @Override
    public @Nullable ListQuestion ofKeys(Operand value, NumberView numbers) {
        return value.node().isArray()
                ? new ListQuestion(new ListQuestion.Among(value.texts(), numbers, all != negated), !all, all)
                : null;
    }

    @Override
    public @Nullable ListQuestion ofValues(String key, NumberView numbers) {
        return ListQuestion.ofValues(key, numbers, negated);
    }

    private boolean scalar(String text, Operand value) {
        if (value.node().isArray()) {
            return value.holdsLike(text) != negated;
        }
        if (!value.node().isTextual()) {
            return false;
        }
        if (value.wildcard().matches(text)) {
            return !negated;
        }
        TextMembers members = value.members();
        if (members.range() != null) {
            return matches(members.range(), text) != negated;
        }
        return members.texts() != null && members.texts().holds(text) != negated;
    }

    private boolean list(Operand keys, Operand value) {
        JsonNode node = value.node();
        if (node.isArray()) {
            return among(keys, value.texts());
        }
        if (node.isNumber() || node.isBoolean()) {
            return !all && among(keys, TextList.of(List.of(value.printed())));
        }
        if (!node.isTextual()) {
            return false;
        }
        if (keys.node().size() == 1 && keys.printedElement(0).equals(value.text())) {
            return !negated;
        }
        TextMembers members = value.members();
        if (members.range() != null && members.outside() != null) {
            boolean someOutside = negated && !all;
            return someOutside ? matchOne(keys, members.outside()) : range(keys, members.range());
        }
        return members.texts() != null && among(keys, members.texts());
    }

    private boolean among(Operand keys, TextList texts) {
        long effort = 0;
        for (int i = 0; i < keys.node().size(); i++) {
            String key = keys.printedElement(i);
            boolean held = texts.holds(key);
            effort = held ? effort : texts.effort(effort, key);
            boolean asked = (held || texts.matches(key)) != negated;
            if (asked != all) {
                return asked;
            }
        }
        return all;
    }

    private boolean range(Operand keys, LeafPattern range) {
        for (int i = 0; i < keys.node().size(); i++) {
            boolean asked = matches(range, keys.printedElement(i)) != negated;
            if (asked != all) {
                return asked;
            }
        }
        return all;
    }

    private static boolean matchOne(Operand keys, LeafPattern pattern) {
        for (int i = 0; i < keys.node().size(); i++) {
            if (matches(pattern, keys.printedElement(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(LeafPattern pattern, String text) {
        return pattern.matches(TextNode.valueOf(text), NumberView.AS_WRITTEN);
    }
}
