package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A string pattern: pieces joined by {@code &} inside alternatives joined by {@code |}. A text that equals the whole
 * pattern satisfies it whatever it says.
 *
 * <p>Kyverno: {@code pkg/engine/pattern/pattern.go}, validateStringPatterns
 */
public final class TextLeaf implements LeafPattern {
    private final String whole;
    private final Piece[][] alternatives;
    private final @Nullable Comparison only;

    private TextLeaf(String whole, Piece[][] alternatives) {
        this.whole = whole;
        this.alternatives = alternatives;
        boolean single = alternatives.length == 1 && alternatives[0].length == 1;
        this.only = single && alternatives[0][0] instanceof Comparison comparison && comparison.comparesOnlyTexts()
                ? comparison
                : null;
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

    /**
     * Says whether a quick look is enough to know that a value satisfies this pattern; false leaves the answer open. This
     * is most patterns and most values that satisfy them: a text or truth value and one wildcard.
     *
     * @param value the value
     * @return whether it matches
     */
    public boolean matchesPlainly(JsonNode value) {
        if (only == null) {
            return false;
        }
        if (value instanceof TextNode text) {
            return only.matchesAsText(text.textValue());
        }
        return value instanceof BooleanNode && only.matchesAsText(value.booleanValue() ? "true" : "false");
    }

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        if (value.isTextual() && value.textValue().equals(whole)) {
            return true;
        }
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
