package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.syntax.GoJson;
import io.ephor.jmespath.syntax.GoJsonException;
import io.ephor.patterns.leaf.LeafPattern;
import io.ephor.patterns.leaf.Operator;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in a value that is a text: a range such as {@code 1-10}, the texts of a list that is written as JSON, or the text
 * alone. Immutable and thread-safe.
 *
 * @param range the range, or null
 * @param outside what the reference asks of a key outside of the range, or null where there is no range
 * @param json whether the text is JSON
 * @param texts the texts, or null where there is a range, or JSON that is no list of texts
 */
record TextMembers(
        @Nullable LeafPattern range,
        @Nullable LeafPattern outside,
        boolean json,
        @Nullable TextList texts) {
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final String JSON_STARTS = "[{\"-0123456789tfn \t\r\n";

    static TextMembers of(String text) {
        if (Operator.of(text) == Operator.IN_RANGE) {
            return new TextMembers(leaf(text), leaf(outside(text)), false, null);
        }
        JsonNode json = json(text);
        return json == null
                ? new TextMembers(null, null, false, TextList.of(List.of(text)))
                : new TextMembers(null, null, true, texts(json));
    }

    /**
     * The first minus becomes the sign of an outside range, as upstream has it; where it is the sign of the lower bound, the
     * text is no range any more, but one that nothing equals.
     */
    private static String outside(String range) {
        int minus = range.indexOf('-');
        return range.substring(0, minus) + "!" + range.substring(minus);
    }

    private static LeafPattern leaf(String pattern) {
        return LeafPattern.compile(TextNode.valueOf(pattern), NumberView.AS_WRITTEN);
    }

    /** Returns the value of a JSON text, a missing one where its numbers are too large, or null where it is no JSON. */
    private static @Nullable JsonNode json(String text) {
        if (text.isEmpty() || JSON_STARTS.indexOf(text.charAt(0)) < 0 || isWord(text)) {
            return null;
        }
        try {
            return GoJson.parse(text);
        } catch (GoJsonException exception) {
            return exception.isSyntax() ? null : MissingNode.getInstance();
        }
    }

    /** Says whether a text begins like a word of JSON and is another one, as names often do: most need no parser. */
    private static boolean isWord(String text) {
        return Character.isLetter(text.charAt(0)) && !WORDS.contains(text.stripTrailing());
    }

    /** Returns the texts of a list, in which null is the empty text; null where the value is anything else. */
    private static @Nullable TextList texts(JsonNode value) {
        if (!value.isArray() && !value.isNull()) {
            return null;
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!element.isTextual() && !element.isNull()) {
                return null;
            }
            texts.add(element.isNull() ? "" : element.textValue());
        }
        return TextList.of(texts);
    }
}
