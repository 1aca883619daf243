package io.ephor.engine.match;

import java.util.List;

/** A text that may hold the wildcards {@code *} and {@code ?}, compared directly where it holds none. */
final class TextPattern {
    private final String text;
    private final boolean wild;
    private final boolean matchesAll;

    private TextPattern(String text) {
        this.text = text;
        this.wild = isWild(text);
        this.matchesAll = text.equals("*");
    }

    static TextPattern of(String text) {
        return new TextPattern(text);
    }

    static TextPattern[] of(List<String> texts) {
        TextPattern[] patterns = new TextPattern[texts.size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = of(texts.get(i));
        }
        return patterns;
    }

    static boolean isWild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    String text() {
        return text;
    }

    boolean isWild() {
        return wild;
    }

    boolean matchesAll() {
        return matchesAll;
    }

    boolean matches(String other) {
        if (matchesAll) {
            return true;
        }
        return wild ? matchesWildly(text, other) : text.equals(other);
    }

    static boolean anyMatches(TextPattern[] patterns, String other) {
        for (TextPattern pattern : patterns) {
            if (pattern.matches(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesWildly(String pattern, String text) {
        int at = 0;
        int read = 0;
        int star = -1;
        int resume = 0;
        while (read < text.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (at < pattern.length() && wanted == '*') {
                star = at++;
                resume = read;
            } else if (at < pattern.length() && wanted == '?') {
                at++;
                read += Character.charCount(text.codePointAt(read));
            } else if (at < pattern.length() && wanted == text.charAt(read)) {
                at++;
                read++;
            } else if (star >= 0) {
                at = star + 1;
                resume += Character.charCount(text.codePointAt(resume));
                read = resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
