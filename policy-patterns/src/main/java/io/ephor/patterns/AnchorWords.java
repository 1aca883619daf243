package io.ephor.patterns;

/** The words by which Kyverno knows its own anchor errors. Kyverno: {@code pkg/engine/anchor/error.go} */
final class AnchorWords {
    static final String CONDITIONAL = "conditional anchor mismatch";
    static final String GLOBAL = "global anchor mismatch";
    static final String NEGATION = "negation anchor matched in resource";

    /** How both words of a skip end: one search for most texts, which have neither. */
    private static final String COMMON_END = "l anchor mismatch";

    private AnchorWords() {}

    static boolean speaksOfSkip(String text) {
        return text.contains(COMMON_END) && (text.contains(CONDITIONAL) || text.contains(GLOBAL));
    }
}
