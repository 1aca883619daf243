package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    private final LeafPattern leaf;
    private final String text;

    /**
     * Makes a node.
     *
     * @param text how the scalar is printed
     */
    ScalarNode(LeafPattern leaf, String text) {
        this.leaf = leaf;
        this.text = text;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (satisfies(value, numbers)) {
            return Glance.PASS;
        }
        return canSpeakOfSkip(value) ? Glance.FAIL_OR_SKIP : Glance.FAIL;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Place place, Frame frame) {
        if (satisfies(value, frame.numbers())) {
            return null;
        }
        return new Fault.Plain(
                place,
                () -> "resource value '" + GoText.value(value, frame.numbers()) + "' does not match '" + text
                        + "' at path " + place.path());
    }

    private boolean satisfies(JsonNode value, NumberView numbers) {
        // a list satisfies no leaf itself
        return leaf.matches(value, numbers) || (value instanceof ArrayNode list && allSatisfy(list, numbers));
    }

    private boolean allSatisfy(ArrayNode list, NumberView numbers) {
        for (int i = 0; i < list.size(); i++) {
            if (!leaf.matches(list.get(i), numbers)) {
                return false;
            }
        }
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
