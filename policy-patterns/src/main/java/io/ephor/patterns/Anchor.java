package io.ephor.patterns;

import io.ephor.values.WhiteSpace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key of a pattern that is written with an anchor, such as {@code =(image)}. Immutable and thread-safe.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/anchor.go}
 *
 * @param modifier what stands before the parentheses
 * @param key the key inside the parentheses, never empty
 */
public record Anchor(Modifier modifier, String key) {
    /** What an anchor asks for, named as in Kyverno's documentation. */
    public enum Modifier {
        /** {@code (key)}: the rest concerns a value only if this key is there and matches. */
        CONDITIONAL(""),
        /** {@code =(key)}: if the key is there, its value must match. */
        EQUALITY("="),
        /** {@code X(key)}: the key must not be there. */
        NEGATION("X"),
        /** {@code ^(key)}: at least one element of the list must match. */
        EXISTENCE("^"),
        /** {@code <(key)}: if the key is there and does not match, the whole rule is skipped. */
        GLOBAL("<"),
        /** {@code +(key)}: add the key if it is not there. Means something in mutation only. */
        ADDITION("+");

        private final String symbol;

        Modifier(String symbol) {
            this.symbol = symbol;
        }

        /** {@return what is written before the parentheses, empty for {@link #CONDITIONAL}} */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * Checks that there is a key.
     *
     * @param modifier what stands before the parentheses
     * @param key the key inside the parentheses, never empty
     */
    public Anchor {
        Objects.requireNonNull(modifier, "modifier");
        if (key.isEmpty()) {
            throw new IllegalArgumentException("an anchor needs a key");
        }
    }

    /**
     * Reads a key of a pattern. Blanks around the whole are ignored, blanks inside the parentheses belong to the key.
     *
     * @param text the text
     * @return the anchor, or null when the key is a plain one
     */
    public static @Nullable Anchor parse(String text) {
        if (text.indexOf('(') < 0) {
            return null;
        }
        String trimmed = WhiteSpace.trim(text);
        int open = trimmed.startsWith("(") ? 0 : 1;
        int close = trimmed.length() - 1;
        // Kyverno's regular expression wants one character or more between the parentheses, and `.` is no line feed
        boolean framed = close > open + 1 && trimmed.charAt(open) == '(' && trimmed.charAt(close) == ')';
        if (!framed || trimmed.indexOf('\n') >= 0) {
            return null;
        }
        Modifier modifier = open == 0 ? Modifier.CONDITIONAL : modifier(trimmed.charAt(0));
        return modifier == null ? null : new Anchor(modifier, trimmed.substring(open + 1, close));
    }

    /** {@return the anchor as it is written in a pattern} */
    @Override
    public String toString() {
        return modifier.symbol + "(" + key + ")";
    }

    private static @Nullable Modifier modifier(char symbol) {
        return switch (symbol) {
            case '=' -> Modifier.EQUALITY;
            case 'X' -> Modifier.NEGATION;
            case '^' -> Modifier.EXISTENCE;
            case '<' -> Modifier.GLOBAL;
            case '+' -> Modifier.ADDITION;
            default -> null;
        };
    }
}
