package io.ephor.patterns;

/** The words by which Kyverno knows its own anchor errors. Kyverno: {@code pkg/engine/anchor/error.go} */
final class AnchorWords {
    static final String CONDITIONAL = "conditional anchor mismatch";
    static final String GLOBAL = "global anchor mismatch";
    static final String NEGATION = "negation anchor matched in resource";

    private AnchorWords() {}

    static boolean speaksOfSkip(String text) {
        return text.length() >= GLOBAL.length() && (text.contains(CONDITIONAL) || text.contains(GLOBAL));
    }
}
