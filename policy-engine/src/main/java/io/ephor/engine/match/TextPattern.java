package io.ephor.engine.match;

import io.ephor.values.Wildcard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that may hold wildcards, compared directly where it holds none. Immutable and thread-safe. */
final class TextPattern {
    private static final TextPattern ALL = new TextPattern("*");

    private final String text;
    private final boolean matchesAll;
    private final @Nullable Wildcard wildcard;

    private TextPattern(String text) {
        this.text = text;
        this.matchesAll = text.equals("*");
        this.wildcard = Wildcard.containsWildcard(text) ? Wildcard.compile(text) : null;
    }

    static TextPattern of(String text) {
        return text.equals("*") ? ALL : new TextPattern(text);
    }

    static TextPattern[] of(List<String> texts) {
        TextPattern[] patterns = new TextPattern[texts.size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = of(texts.get(i));
        }
        return patterns;
    }

    String text() {
        return text;
    }

    boolean isWild() {
        return wildcard != null;
    }

    boolean matchesAll() {
        return matchesAll;
    }

    boolean matches(String other) {
        if (matchesAll) {
            return true;
        }
        return wildcard == null ? text.equals(other) : wildcard.matches(other);
    }

    static boolean anyMatches(TextPattern[] patterns, String other) {
        for (TextPattern pattern : patterns) {
            if (pattern.matches(other)) {
                return true;
            }
        }
        return false;
    }
}
