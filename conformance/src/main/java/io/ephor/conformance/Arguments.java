package io.ephor.conformance;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command line: {@code [SUITE [FILE]] [--corpus DIR] [--actual OUT] [--explain]}. Immutable. */
record Arguments(
        @Nullable String suite,
        @Nullable Path file,
        @Nullable Path corpus,
        @Nullable Path actual,
        boolean explained) {
    static final String USAGE = "usage: conformance/run [SUITE [FILE]] [--corpus DIR] [--actual OUT] [--explain]";

    /** Reads a command line; throws IllegalArgumentException where it is not understood. */
    static Arguments read(String... words) {
        String suite = null;
        Path file = null;
        Path corpus = null;
        Path actual = null;
        boolean explained = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (word.equals("--corpus")) {
                corpus = Path.of(operand(words, ++i, word));
            } else if (word.equals("--actual")) {
                actual = Path.of(operand(words, ++i, word));
            } else if (word.equals("--explain")) {
                explained = true;
            } else if (word.startsWith("-") || file != null) {
                throw new IllegalArgumentException("unexpected argument " + word);
            } else if (suite == null) {
                suite = word;
            } else {
                file = Path.of(word);
            }
        }
        if (actual != null && suite == null) {
            throw new IllegalArgumentException("--actual needs a suite");
        }
        return new Arguments(suite, file, corpus, actual, explained);
    }

    private static String operand(String[] words, int index, String option) {
        if (index >= words.length) {
            throw new IllegalArgumentException(option + " needs a path");
        }
        return words[index];
    }
}
