package io.ephor.patterns;

/** What a pattern says about a value. */
public sealed interface PatternMatch {
    /** The value satisfies the pattern. */
    record Matched() implements PatternMatch {}

    /**
     * An anchor decided that the pattern does not concern the value.
     *
     * @param text Kyverno's text, such as {@code conditional anchor mismatch: …}
     */
    record Skipped(String text) implements PatternMatch {}

    /**
     * The value violates the pattern.
     *
     * @param path Kyverno's path of the place, such as {@code /spec/containers/0/image/}: never empty, with a slash at
     *     its end, and with keys as they are written
     * @param pointer the JSON pointer of the same place in the value; where the place does not exist, of where it would be
     * @param text Kyverno's text of the error
     * @param patternPointer the JSON pointer of the pattern node that decided
     */
    record Mismatched(String path, String pointer, String text, String patternPointer) implements PatternMatch {}

    /**
     * The pattern could not judge the value: it is malformed, or an anchor that must be present is missing.
     *
     * @param text Kyverno's text of the error
     * @param patternPointer the JSON pointer of the pattern node that decided
     */
    record Failed(String text, String patternPointer) implements PatternMatch {}
}
