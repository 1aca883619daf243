package io.ephor.values.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A position in a YAML text, with the classes of characters of YAML 1.1 and the faults of its scanners. Past the end every
 * character is NUL, which no text contains. Used by one thread.
 */
final class YamlCursor {
    private static final int[] NOTHING = {};
    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final String text;
    private final int mostScalarChars;
    private int offset;
    private int line;
    private int lineStart;
    private int markedOffset = -1;
    private Optional<Mark> marked = Optional.empty();

    YamlCursor(String text, int mostScalarChars) {
        this.text = text;
        this.mostScalarChars = mostScalarChars;
    }

    int offset() {
        return offset;
    }

    int line() {
        return line;
    }

    int column() {
        return offset - lineStart;
    }

    char peek() {
        return at(offset);
    }

    char peek(int ahead) {
        return at(offset + ahead);
    }

    /** Returns a place for the parser, which hands its offset on and looks at nothing else. */
    Optional<Mark> mark(int at) {
        if (at != markedOffset) {
            markedOffset = at;
            marked = Optional.of(new Mark("", at, 0, 0, NOTHING, 0));
        }
        return marked;
    }

    String since(int start) {
        return text.substring(start, offset);
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    void advance() {
        offset++;
    }

    void advance(int count) {
        offset += count;
    }

    boolean atBlank() {
        return isBlank(peek());
    }

    boolean atBreak() {
        return isBreak(peek());
    }

    boolean atEnd() {
        return offset >= text.length();
    }

    /** True at a blank, a line break or the end, so many chars ahead. */
    boolean isSpaceAt(int ahead) {
        return isSpace(at(offset + ahead));
    }

    /** True at three equal chars at the start of a line with white space after them. */
    boolean atDocumentMark(char mark) {
        return offset == lineStart && peek() == mark && peek(1) == mark && peek(2) == mark && isSpaceAt(3);
    }

    boolean atDocumentMark() {
        return atDocumentMark('-') || atDocumentMark('.');
    }

    void skipBlanks() {
        while (atBlank()) {
            offset++;
        }
    }

    /** Passes over a comment, if there is one, up to the end of its line. */
    void skipComment() {
        if (peek() == '#') {
            while (!atEnd() && !atBreak()) {
                offset++;
            }
        }
    }

    void skipBreak() {
        boolean pair = peek() == '\r' && peek(1) == '\n';
        offset += pair ? 2 : 1;
        line++;
        lineStart = offset;
    }

    /** Passes over a line break and returns what it is in a value. */
    char readBreak() {
        char c = peek();
        skipBreak();
        return c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR ? c : '\n';
    }

    /** Ends the last line, as the end of the text does. */
    void startLine() {
        line++;
        lineStart = offset;
    }

    /** Refuses a scalar that has become too long. */
    void checkLength(int start, int length) {
        if (length > mostScalarChars) {
            String message = "a scalar is longer than the limit of " + mostScalarChars + " characters";
            throw new TextFaultException("yaml-too-large", start, start + 1, message);
        }
    }

    TextFaultException fault(int start, int end, String message) {
        return new TextFaultException("yaml-syntax", start, end, message);
    }

    TextFaultException faultHere(String message) {
        return fault(offset, offset + 1, message);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\0' || isBreak(c);
    }

    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
