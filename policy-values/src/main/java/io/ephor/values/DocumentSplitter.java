package io.ephor.values;

/**
 * Cuts a text into documents at lines that start with {@code ---}, before anything is parsed.
 *
 * <p>The first such line of a chunk that has no content yet stays at its head. A line of three dashes and more text
 * than a comment spoils the chunk that it is in. Chunks of blank lines and comments are passed over.
 *
 * <p>Kyverno: ext/yaml/split.go, k8s.io/apimachinery/pkg/util/yaml/decoder.go
 */
final class DocumentSplitter {
    private final String text;
    private int position;
    private int start;
    private int end;
    private int badSeparator;

    DocumentSplitter(String text) {
        this.text = text;
        this.position = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** Moves to the next document; false when there is none. */
    boolean next() {
        while (position < text.length()) {
            readChunk();
            if (badSeparator >= 0 || hasContent()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the offset of the first char of the document. */
    int start() {
        return start;
    }

    /** Returns the offset after the last char of the document. */
    int end() {
        return end;
    }

    /** Returns the offset of a line of dashes and other text, -1 when the document has none. */
    int badSeparator() {
        return badSeparator;
    }

    private void readChunk() {
        start = position;
        badSeparator = -1;
        while (position < text.length()) {
            int lineStart = position;
            int newline = text.indexOf('\n', lineStart);
            int lineEnd = newline < 0 ? text.length() : newline;
            position = newline < 0 ? text.length() : newline + 1;
            if (!text.startsWith("---", lineStart)) {
                continue;
            }
            if (!isSeparator(lineStart + 3, lineEnd)) {
                badSeparator = badSeparator < 0 ? lineStart : badSeparator;
                continue;
            }
            if (lineStart > start) {
                end = lineStart;
                return;
            }
        }
        end = position;
    }

    private boolean isSeparator(int from, int lineEnd) {
        int i = skipBlanks(from, lineEnd);
        return i == lineEnd || text.charAt(i) == '#';
    }

    private boolean hasContent() {
        int i = start;
        while (i < end) {
            int newline = text.indexOf('\n', i);
            int lineEnd = newline < 0 || newline > end ? end : newline;
            int first = skipBlanks(i, lineEnd);
            if (first < lineEnd && text.charAt(first) != '#') {
                return true;
            }
            i = lineEnd + 1;
        }
        return false;
    }

    private int skipBlanks(int from, int to) {
        int i = from;
        while (i < to && WhiteSpace.is(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
