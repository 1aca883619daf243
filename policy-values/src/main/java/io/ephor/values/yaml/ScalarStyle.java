package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * How a text is written as a YAML scalar.
 *
 * <p>Kyverno: go.yaml.in/yaml/v3/encode.go, emitterc.go
 */
enum ScalarStyle {
    /** As it is. */
    PLAIN,
    /** In single quotes. */
    SINGLE_QUOTED,
    /** In double quotes, with escapes. */
    DOUBLE_QUOTED,
    /** As a block whose lines stand as they are. */
    LITERAL;

    private static final char NEXT_LINE = 0x85;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;
    private static final char BYTE_ORDER_MARK = 0xFEFF;

    /** Returns the style that the library chooses where lines are allowed. */
    static ScalarStyle of(String text) {
        ScalarShape shape = ScalarShape.of(text);
        if (text.indexOf('\n') >= 0) {
            return shape.literalAllowed() ? LITERAL : DOUBLE_QUOTED;
        }
        if (meansSomethingElse(text)) {
            return DOUBLE_QUOTED;
        }
        if (shape.plainAllowed()) {
            return PLAIN;
        }
        return shape.singleQuotedAllowed() ? SINGLE_QUOTED : DOUBLE_QUOTED;
    }

    /** Returns the style where the text must stay on its line, as a key must. */
    ScalarStyle withoutLines() {
        return this == LITERAL ? DOUBLE_QUOTED : this;
    }

    /** Says whether a reader, of this or of an older version of the language, would not take the plain text for a text. */
    private static boolean meansSomethingElse(String text) {
        JsonNode read = YamlScalar.plain(text);
        return !read.isTextual() || YamlTimestamp.isTimestamp(text) || isOctal(text) || isSexagesimal(text);
    }

    private static boolean isOctal(String text) {
        String digits = text.replace("_", "");
        int start = digits.startsWith("-") ? 1 : 0;
        if (text.startsWith("_") || !digits.startsWith("0o", start) || digits.length() == start + 2) {
            return false;
        }
        for (int i = start + 2; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '7') {
                return false;
            }
        }
        return digits.length() <= start + 24;
    }

    /** Says whether a text is a number of base 60, such as {@code 1:30:00.5}. */
    private static boolean isSexagesimal(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        if (at == text.length() || !isDigit(text.charAt(at))) {
            return false;
        }
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        int parts = 0;
        while (at + 1 < text.length() && text.charAt(at) == ':' && isDigit(text.charAt(at + 1))) {
            boolean two = at + 2 < text.length() && isDigit(text.charAt(at + 2)) && text.charAt(at + 1) <= '5';
            at += two ? 3 : 2;
            parts++;
        }
        if (parts > 0 && at < text.length() && text.charAt(at) == '.') {
            at++;
            while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
        }
        return parts > 0 && at == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Writes a text in this style.
     *
     * @param indent where further lines of the text stand
     * @param step by how many blanks a level is indented
     */
    void append(StringBuilder out, String text, int indent, int step) {
        switch (this) {
            case PLAIN -> out.append(text);
            case SINGLE_QUOTED -> appendSingleQuoted(out, text, indent);
            case DOUBLE_QUOTED -> appendDoubleQuoted(out, text);
            case LITERAL -> appendLiteral(out, text, indent, step);
        }
    }

    private static void appendSingleQuoted(StringBuilder out, String text, int indent) {
        out.append('\'');
        boolean breaks = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (breaks && !isBreak(c)) {
                out.append(" ".repeat(indent));
            }
            breaks = isBreak(c);
            out.append(c == '\'' ? "''" : String.valueOf(c));
        }
        out.append('\'');
    }

    private static void appendLiteral(StringBuilder out, String text, int indent, int step) {
        out.append('|');
        char first = text.charAt(0);
        if (first == ' ' || isBreak(first)) {
            out.append(step);
        }
        out.append(chomping(text)).append('\n');
        char before = '\n';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBreak(before) && !isBreak(c)) {
                out.append(" ".repeat(indent));
            }
            out.append(c);
            before = c;
        }
    }

    /** Says whether a text written in this style ends its last line itself. */
    boolean endsLine(String text) {
        return this == LITERAL && isBreak(text.charAt(text.length() - 1));
    }

    private static String chomping(String text) {
        int last = text.length() - 1;
        if (!isBreak(text.charAt(last))) {
            return "-";
        }
        return last == 0 || isBreak(text.charAt(last - 1)) ? "+" : "";
    }

    private static void appendDoubleQuoted(StringBuilder out, String text) {
        boolean all = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        out.append('"');
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (all || c == '"' || c == '\\' || c == '\n' || isBreak(c) || !ScalarShape.isPrintable(c)) {
                appendEscaped(out, c);
            } else {
                out.append((char) c);
            }
            i += Character.charCount(c);
        }
        out.append('"');
    }

    private static void appendEscaped(StringBuilder out, int c) {
        out.append('\\');
        switch (c) {
            case 0x00 -> out.append('0');
            case 0x07 -> out.append('a');
            case 0x08 -> out.append('b');
            case 0x09 -> out.append('t');
            case 0x0A -> out.append('n');
            case 0x0B -> out.append('v');
            case 0x0C -> out.append('f');
            case 0x0D -> out.append('r');
            case 0x1B -> out.append('e');
            case 0x22 -> out.append('"');
            case 0x5C -> out.append('\\');
            case NEXT_LINE -> out.append('N');
            case 0xA0 -> out.append('_');
            case LINE_SEPARATOR -> out.append('L');
            case PARAGRAPH_SEPARATOR -> out.append('P');
            default -> appendCode(out, c);
        }
    }

    private static void appendCode(StringBuilder out, int c) {
        int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
        out.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        String code = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        out.append("0".repeat(digits - code.length())).append(code);
    }

    static boolean isBreak(int c) {
        return c == '\r' || c == '\n' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }
}
