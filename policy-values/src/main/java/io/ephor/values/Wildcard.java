package io.ephor.values;

import io.ephor.values.text.WildcardSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled wildcard pattern: {@code *} stands for any run of characters, also an empty one, {@code ?} for exactly one
 * character (Unicode code point), everything else for itself. There is no escape. The whole text must match, and case
 * counts. Immutable and thread-safe.
 *
 * <p>Kyverno: ext/wildcard/match.go.
 */
public final class Wildcard {
    private static final long COMPILE_FROM_WORK = 1L << 20;

    /** The forms of pattern that policies use most, each with the one comparison that it needs. */
    private enum Form {
        LITERAL,
        ANYTHING,
        NOT_EMPTY,
        PREFIX,
        SUFFIX,
        CONTAINS,
        GENERAL
    }

    private final String pattern;
    private final Form form;
    private final String literal;
    private final WildcardSegment first;
    private final WildcardSegment[] middle;
    private final WildcardSegment last;
    private final boolean open;

    private Wildcard(
            String pattern, boolean open, WildcardSegment first, List<WildcardSegment> middle, WildcardSegment last) {
        this.pattern = pattern;
        this.open = open;
        this.form = form(pattern);
        this.literal = form == Form.LITERAL ? pattern : pattern.replace("*", "");
        this.first = first;
        this.middle = middle.toArray(new WildcardSegment[0]);
        this.last = last;
    }

    private static Form form(String pattern) {
        int stars = 0;
        for (int i = 0; i < pattern.length(); i++) {
            stars += pattern.charAt(i) == '*' ? 1 : 0;
        }
        if (pattern.equals("?*") || pattern.equals("*?")) {
            return Form.NOT_EMPTY;
        }
        if (pattern.indexOf('?') >= 0 || stars > 2) {
            return Form.GENERAL;
        }
        if (stars == 0) {
            return Form.LITERAL;
        }
        if (stars == pattern.length()) {
            return Form.ANYTHING;
        }
        boolean starts = pattern.startsWith("*");
        boolean ends = pattern.endsWith("*");
        if (stars == 2) {
            return starts && ends ? Form.CONTAINS : Form.GENERAL;
        }
        return starts ? Form.SUFFIX : ends ? Form.PREFIX : Form.GENERAL;
    }

    /**
     * Compiles a pattern. Every text is a pattern.
     *
     * @param pattern the pattern, of whose characters {@code *} and {@code ?} are special
     * @return the compiled pattern
     */
    public static Wildcard compile(String pattern) {
        int firstStar = pattern.indexOf('*');
        if (firstStar < 0) {
            WildcardSegment whole = WildcardSegment.atEnd(pattern);
            return new Wildcard(pattern, false, whole, List.of(), whole);
        }
        int lastStar = pattern.lastIndexOf('*');
        List<WildcardSegment> middle = new ArrayList<>();
        int start = firstStar + 1;
        while (start < lastStar) {
            int star = pattern.indexOf('*', start);
            if (star > start) {
                middle.add(WildcardSegment.between(pattern.substring(start, star)));
            }
            start = star + 1;
        }
        WildcardSegment first = WildcardSegment.atEnd(pattern.substring(0, firstStar));
        WildcardSegment last = WildcardSegment.atEnd(pattern.substring(lastStar + 1));
        return new Wildcard(pattern, true, first, middle, last);
    }

    /**
     * {@return whether the text holds {@code *} or {@code ?}, which make it a pattern}
     *
     * @param text the text
     */
    public static boolean containsWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /**
     * {@return whether a pattern that is used only once matches a text; allocates nothing for texts of usual size}
     *
     * @param pattern the pattern, of whose characters {@code *} and {@code ?} are special
     * @param text the text
     */
    public static boolean matches(String pattern, String text) {
        if ((long) pattern.length() * text.length() > COMPILE_FROM_WORK) {
            return compile(pattern).matches(text);
        }
        return scan(pattern, text);
    }

    /**
     * {@return whether the whole text matches} Allocates nothing.
     *
     * @param text the text
     */
    public boolean matches(String text) {
        return switch (form) {
            case LITERAL -> text.equals(literal);
            case ANYTHING -> true;
            case NOT_EMPTY -> !text.isEmpty();
            case PREFIX -> text.startsWith(literal);
            case SUFFIX -> text.endsWith(literal);
            case CONTAINS -> contains(text);
            case GENERAL -> matchesInGeneral(text);
        };
    }

    private boolean contains(String text) {
        return literal.length() == 1 ? text.indexOf(literal.charAt(0)) >= 0 : matchesInGeneral(text);
    }

    private boolean matchesInGeneral(String text) {
        int from = first.endAt(text, 0, text.length());
        if (!open || from < 0) {
            return from == text.length();
        }
        int to = last.startBefore(text, from, text.length());
        if (to < 0) {
            return false;
        }
        for (WildcardSegment segment : middle) {
            from = segment.find(text, from, to);
            if (from < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return the pattern as it was given} */
    public String pattern() {
        return pattern;
    }

    /** {@return whether the pattern holds no wildcard, so that it matches only the text that is equal to it} */
    public boolean isLiteral() {
        return !open && !containsWildcard(pattern);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wildcard that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** Walks both texts; a mismatch goes back to the last star only, because an earlier one can gain nothing. */
    private static boolean scan(String pattern, String text) {
        int at = 0;
        int index = 0;
        int star = -1;
        int retry = 0;
        while (index < text.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (at < pattern.length() && wanted == '*') {
                star = at++;
                retry = index;
            } else if (at < pattern.length() && wanted == '?') {
                at++;
                index = WildcardSegment.next(text, index);
            } else if (at < pattern.length() && wanted == text.charAt(index)) {
                at++;
                index++;
            } else if (star >= 0) {
                at = star + 1;
                retry = WildcardSegment.next(text, retry);
                index = retry;
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
