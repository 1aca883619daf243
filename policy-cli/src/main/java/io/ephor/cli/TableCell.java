package io.ephor.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The text of one cell of a table, cut into lines. Immutable.
 *
 * @param lines the lines without colours; at least one
 * @param paint puts colours around one line
 */
record TableCell(List<String> lines, UnaryOperator<String> paint) {
    private static final int LIMIT = 300;

    TableCell {
        lines = List.copyOf(lines);
    }

    static TableCell of(String text, UnaryOperator<String> paint) {
        return new TableCell(List.of(fold(text).split("\n", -1)), paint);
    }

    static TableCell of(String text) {
        return of(text, UnaryOperator.identity());
    }

    int width() {
        int width = 0;
        for (String line : lines) {
            width = Math.max(width, DisplayWidth.of(line));
        }
        return width;
    }

    /**
     * Folds a text of more than 300 bytes of UTF-8 between words. A text that has lines of its own keeps them, except
     * that one which ends in a line end loses it together with the character before.
     *
     * <p>Kyverno draws tables with github.com/lensesio/tableprinter, tableprinter.go, whose counting this repeats.
     */
    private static String fold(String text) {
        if (bytes(text) <= LIMIT) {
            return text;
        }
        if (text.indexOf('\n') >= 0) {
            return foldLines(text);
        }
        List<String> words = words(text);
        if (words.isEmpty()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(words.get(0));
        int room = LIMIT - bytes(words.get(0));
        for (String word : words.subList(1, words.size())) {
            int needed = bytes(word) + 1;
            if (needed <= room) {
                folded.append(' ').append(word);
                room -= needed + 1;
            } else {
                folded.append('\n').append(word);
                room = LIMIT - bytes(word);
            }
        }
        return folded.toString();
    }

    private static String foldLines(String text) {
        if (!text.endsWith("\n")) {
            return text;
        }
        int end = text.length() - 1;
        int cut = end == 0 ? 0 : text.offsetByCodePoints(end, -1);
        return fold(text.substring(0, cut));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0';
            if (blank && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
