package io.ephor.patterns;

/**
 * What a pattern says about a value. Immutable and thread-safe.
 *
 * <p>All texts are Kyverno's to the letter.
 */
public sealed interface PatternMatch {
    /** The value satisfies the pattern. */
    record Matched() implements PatternMatch {
        static final Matched INSTANCE = new Matched();
    }

    /**
     * An anchor decided that the pattern does not concern the value.
     *
     * @param text why, such as {@code conditional anchor mismatch: …}
     * @param patternPointer the JSON pointer of the pattern node that decided; of the first one, where there are several
     */
    record Skipped(String text, String patternPointer) implements PatternMatch {}

    /**
     * The value violates the pattern.
     *
     * @param path Kyverno's path of the place, such as {@code /spec/containers/0/image/}: never empty, with a slash at
     *     its end, and with keys as they are written
     * @param pointer the JSON pointer of the same place in the value; where the place does not exist, of where it would
     *     be
     * @param text what was found and what was wanted
     * @param patternPointer the JSON pointer of the pattern node that decided
     */
    record Mismatched(String path, String pointer, String text, String patternPointer) implements PatternMatch {}

    /**
     * The value does not satisfy the pattern, but no place can be named: an anchor's key is nowhere in the value while
     * something else did not match, or a list is shorter than the list of lists that it is compared with. A rule ends
     * in status <i>error</i> then.
     *
     * @param text what was found and what was wanted
     * @param patternPointer the JSON pointer of the pattern node that decided
     */
    record Failed(String text, String patternPointer) implements PatternMatch {}
}
