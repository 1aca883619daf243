package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberView;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A string pattern: pieces joined by {@code &} inside alternatives joined by {@code |}. A text that equals the whole
 * pattern satisfies it whatever it says.
 *
 * <p>Kyverno: {@code pkg/engine/pattern/pattern.go}, validateStringPatterns
 */
final class TextLeaf implements LeafPattern {
    private final String whole;
    private final Piece[][] alternatives;
    private final @Nullable Wildcard words;
    private final boolean unequal;
    private final boolean matchesTrue;
    private final boolean matchesFalse;
    private final boolean matchesNull;

    private TextLeaf(String whole, Piece[][] alternatives) {
        this.whole = whole;
        this.alternatives = alternatives;
        boolean single = alternatives.length == 1 && alternatives[0].length == 1;
        Comparison only = single && alternatives[0][0] instanceof Comparison comparison ? comparison : null;
        this.words = only == null ? null : only.words();
        this.unequal = only != null && only.operator() == Operator.NOT_EQUAL;
        this.matchesTrue = anyMatches(BooleanNode.TRUE, NumberView.AS_WRITTEN);
        this.matchesFalse = anyMatches(BooleanNode.FALSE, NumberView.AS_WRITTEN);
        this.matchesNull = anyMatches(NullNode.instance, NumberView.AS_WRITTEN);
    }

    static TextLeaf compile(String text) {
        List<Piece[]> alternatives = new ArrayList<>();
        for (String alternative : split(text, '|')) {
            List<String> texts = split(alternative, '&');
            Piece[] pieces = new Piece[texts.size()];
            for (int i = 0; i < pieces.length; i++) {
                pieces[i] = Piece.compile(texts.get(i));
            }
            alternatives.add(pieces);
        }
        return new TextLeaf(text, alternatives.toArray(new Piece[0][]));
    }

    /** Splits at a character and takes the blanks around each part away; other white space stays. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (true) {
            int end = text.indexOf(separator, start);
            parts.add(trimBlanks(text, start, end < 0 ? text.length() : end));
            if (end < 0) {
                return parts;
            }
            start = end + 1;
        }
    }

    private static String trimBlanks(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        if (value instanceof TextNode) {
            String text = value.textValue();
            // most patterns are one piece that compares words only
            boolean matches = words != null ? words.matches(text) != unequal : anyMatches(value, numbers);
            return matches || text.equals(whole);
        }
        if (value instanceof BooleanNode) {
            return value.booleanValue() ? matchesTrue : matchesFalse;
        }
        return value instanceof NullNode ? matchesNull : anyMatches(value, numbers);
    }

    private boolean anyMatches(JsonNode value, NumberView numbers) {
        for (Piece[] alternative : alternatives) {
            if (allMatch(alternative, value, numbers)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allMatch(Piece[] pieces, JsonNode value, NumberView numbers) {
        for (Piece piece : pieces) {
            if (!piece.matches(value, numbers)) {
                return false;
            }
        }
        return true;
    }
}
