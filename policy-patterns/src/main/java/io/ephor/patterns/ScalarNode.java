package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.patterns.check.ScalarCheck;
import io.ephor.patterns.leaf.LeafPattern;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A scalar of a pattern. A list satisfies it when every element does, so an empty one always.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}, validateResourceElement
 */
final class ScalarNode extends Node {
    private final ScalarCheck check;
    private final String text;

    /**
     * Makes a node.
     *
     * @param text how the scalar is printed
     */
    ScalarNode(LeafPattern leaf, String text) {
        this.check = new ScalarCheck(leaf);
        this.text = text;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (check.passes(value, numbers)) {
            return Glance.PASS;
        }
        return canSpeakOfSkip(value) ? Glance.FAIL_OR_SKIP : Glance.FAIL;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (check.passes(value, frame.numbers())) {
            return null;
        }
        Place place = frame.trail().place();
        return new Fault.Plain(
                place,
                () -> "resource value '" + GoText.value(value, frame.numbers()) + "' does not match '" + text
                        + "' at path " + place.path(),
                frame.pathMaySpeakOfSkip() || canSpeakOfSkip(value));
    }

    @Override
    ScalarCheck check() {
        return check;
    }

    @Override
    boolean neverSkips() {
        return true;
    }

    /** Whether the words that mean a skip can stand in the printed value. */
    private static boolean canSpeakOfSkip(JsonNode value) {
        if (!(value instanceof ArrayNode list)) {
            return value.isContainerNode() || (value.isTextual() && AnchorWords.speaksOfSkip(value.textValue()));
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            if (element.isContainerNode() || (element.isTextual() && AnchorWords.speaksOfSkip(element.textValue()))) {
                return true;
            }
        }
        // INVARIANT: elements are printed with a blank between them, so the words could spread over two
        return list.size() > 1;
    }
}
