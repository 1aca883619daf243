package io.ephor.engine.conditions;

import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * A list of texts in which others are looked for: as they are, or as patterns on either side. Immutable and thread-safe.
 */
final class TextList {
    /** How many characters one condition may look at to compare patterns with texts; takes less than a second. */
    static final long MOST_EFFORT = 1L << 29;

    private static final int FEW = 8;

    private final Collection<String> texts;
    private final List<Wildcard> wildcards = new ArrayList<>(0);
    private long lengthOfTexts;
    private long lengthOfWildcards;
    private long lengthOfQuestions;

    private TextList(List<String> texts) {
        this.texts = texts.size() > FEW ? new HashSet<>(texts) : texts;
        for (String text : this.texts) {
            lengthOfTexts += 1 + text.length();
            if (Wildcard.containsWildcard(text)) {
                wildcards.add(Wildcard.compile(text));
                lengthOfWildcards += 1 + text.length();
                lengthOfQuestions += text.indexOf('?') < 0 ? 0 : text.length();
            }
        }
    }

    static TextList of(List<String> texts) {
        return new TextList(texts);
    }

    /** Says whether a text is in the list as it is. */
    boolean holds(String text) {
        return texts.contains(text);
    }

    /** Says whether a text is a pattern of one in the list, or matches one that is a pattern. */
    boolean matches(String text) {
        for (int i = 0; i < wildcards.size(); i++) {
            if (wildcards.get(i).matches(text)) {
                return true;
            }
        }
        return Wildcard.containsWildcard(text) && matchesOne(Wildcard.compile(text));
    }

    private boolean matchesOne(Wildcard pattern) {
        for (String text : texts) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds what it takes to look for a text: a pattern with {@code ?} may be compared at every place of a text, another one
     * is searched for from left to right.
     *
     * @param before the effort for the texts before
     * @return the effort so far
     * @throws ConditionException if that is too much
     */
    long effort(long before, String text) {
        long effort = before + effortOf(text);
        if (effort > MOST_EFFORT) {
            throw new ConditionException(
                    "too many patterns to compare with too many texts: over " + MOST_EFFORT + " characters", null);
        }
        return effort;
    }

    /** Returns how much it takes to look for a text that is not in the list as it is, in elements of a list. */
    int effort(String text) {
        return (int) Math.min(Integer.MAX_VALUE, effortOf(text));
    }

    private long effortOf(String text) {
        long effort = 0;
        long length = 1L + text.length();
        if (!wildcards.isEmpty()) {
            effort += wildcards.size() * length + lengthOfWildcards + lengthOfQuestions * length;
        }
        if (Wildcard.containsWildcard(text)) {
            effort += text.indexOf('?') < 0 ? texts.size() * length + lengthOfTexts : lengthOfTexts * length;
        }
        return effort;
    }
}
