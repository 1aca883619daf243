package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;

/**
 * A string pattern: pieces joined by {@code &} inside alternatives joined by {@code |}. A text that equals the whole
 * pattern satisfies it whatever it says.
 *
 * <p>Kyverno: {@code pkg/engine/pattern/pattern.go}, validateStringPatterns
 */
final class TextLeaf implements LeafPattern {
    private final String whole;
    private final Piece[][] alternatives;

    private TextLeaf(String whole, Piece[][] alternatives) {
        this.whole = whole;
        this.alternatives = alternatives;
    }

    static TextLeaf compile(String text) {
        List<Piece[]> alternatives = new ArrayList<>();
        for (String alternative : split(text, '|')) {
            alternatives.add(
                    split(alternative, '&').stream().map(Piece::compile).toArray(Piece[]::new));
        }
        return new TextLeaf(text, alternatives.toArray(Piece[][]::new));
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
