package io.ephor.values;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of versions, written as comparisons: {@code >=1.2.0 <2.0.0 || 3.x}. Blanks mean and, {@code ||} between blanks
 * means or. Immutable and thread-safe.
 *
 * <p>Kyverno: github.com/blang/semver/v4/range.go, including what it makes of odd texts; pre-releases are ordinary
 * members.
 */
public final class SemanticVersionRange {
    private final String text;
    private final List<List<Comparison>> alternatives;

    private SemanticVersionRange(String text, List<List<Comparison>> alternatives) {
        this.text = text;
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * Reads a range.
     *
     * @param text the text
     * @return the range
     * @throws IllegalArgumentException if the text is none, in the words of the library that Kyverno uses
     */
    public static SemanticVersionRange parse(String text) {
        List<List<String>> split = SemanticVersionRangeReader.split(text);
        List<List<Comparison>> alternatives = new ArrayList<>();
        for (List<String> tokens : split) {
            List<Comparison> comparisons = new ArrayList<>();
            for (String token : tokens) {
                comparisons.add(SemanticVersionRangeReader.comparison(token));
            }
            alternatives.add(List.copyOf(comparisons));
        }
        return new SemanticVersionRange(text, alternatives);
    }

    /**
     * {@return whether the version is in the range}
     *
     * @param version the version
     */
    public boolean contains(SemanticVersion version) {
        for (List<Comparison> comparisons : alternatives) {
            if (holds(comparisons, version)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(List<Comparison> comparisons, SemanticVersion version) {
        for (Comparison comparison : comparisons) {
            if (!comparison.holds(version)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the text that was read} */
    @Override
    public String toString() {
        return text;
    }

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    record Comparison(Operator operator, SemanticVersion bound) {
        boolean holds(SemanticVersion version) {
            int order = version.compareTo(bound);
            return switch (operator) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }
}
