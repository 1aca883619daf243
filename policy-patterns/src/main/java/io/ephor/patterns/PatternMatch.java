package io.ephor.patterns;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
     * The value violates the pattern. Two are equal when all their texts are. They are written when somebody asks for
     * them, and not at all otherwise: ask for {@link #text} before the value is written to.
     */
    final class Mismatched implements PatternMatch {
        private final Supplier<String> path;
        private final Supplier<String> pointer;
        private final Supplier<String> text;
        private final Supplier<String> patternPointer;

        /**
         * Makes an answer of its texts.
         *
         * @param path Kyverno's path
         * @param pointer the JSON pointer into the value
         * @param text what was found and what was wanted
         * @param patternPointer the JSON pointer into the pattern
         */
        public Mismatched(String path, String pointer, String text, String patternPointer) {
            this(() -> path, () -> pointer, () -> text, () -> patternPointer);
        }

        Mismatched(
                Supplier<String> path,
                Supplier<String> pointer,
                Supplier<String> text,
                Supplier<String> patternPointer) {
            this.path = path;
            this.pointer = pointer;
            this.text = text;
            this.patternPointer = patternPointer;
        }

        /**
         * {@return Kyverno's path of the place} Such as {@code /spec/containers/0/image/}: never empty, with a slash at
         * its end, and with keys as they are written.
         */
        public String path() {
            return path.get();
        }

        /**
         * {@return the JSON pointer of the same place in the value; where the place does not exist, of where it would be}
         */
        public String pointer() {
            return pointer.get();
        }

        /** {@return what was found and what was wanted} */
        public String text() {
            return text.get();
        }

        /** {@return the JSON pointer of the pattern node that decided} */
        public String patternPointer() {
            return patternPointer.get();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Mismatched mismatch
                    && path().equals(mismatch.path())
                    && text().equals(mismatch.text())
                    && pointer().equals(mismatch.pointer())
                    && patternPointer().equals(mismatch.patternPointer());
        }

        @Override
        public int hashCode() {
            return Objects.hash(path(), text());
        }

        /** {@return the path and the text} */
        @Override
        public String toString() {
            return path() + ": " + text();
        }
    }

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
