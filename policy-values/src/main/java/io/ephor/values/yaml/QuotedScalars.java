package io.ephor.values.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.ScalarToken;

/** Scans scalars in single and double quotes. Used by one thread. */
final class QuotedScalars {
    private final YamlCursor cursor;

    QuotedScalars(YamlCursor cursor) {
        this.cursor = cursor;
    }

    ScalarToken scan() {
        int start = cursor.offset();
        char quote = cursor.peek();
        cursor.advance();
        String simple = simple(quote);
        String value = simple != null ? simple : folded(start, quote);
        cursor.checkLength(start, value.length());
        ScalarStyle style = quote == '"' ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.SINGLE_QUOTED;
        return new ScalarToken(value, false, style, cursor.mark(start), cursor.mark(cursor.offset()));
    }

    /** Scans a scalar on one line and without escapes; null, and nothing passed over, when it is not one. */
    private @Nullable String simple(char quote) {
        int length = 0;
        while (true) {
            char c = cursor.peek(length);
            if (c == quote) {
                break;
            }
            if (c == '\0' || c == '\\' || YamlCursor.isBreak(c)) {
                return null;
            }
            length++;
        }
        if (quote == '\'' && cursor.peek(length + 1) == '\'') {
            return null;
        }
        int start = cursor.offset();
        cursor.advance(length);
        String value = cursor.since(start);
        cursor.advance();
        return value;
    }

    private String folded(int start, char quote) {
        StringBuilder value = new StringBuilder();
        LineFolding folding = new LineFolding();
        while (true) {
            if (cursor.atDocumentMark()) {
                throw cursor.faultHere("a document ends here, inside quotes");
            }
            if (cursor.atEnd()) {
                throw cursor.fault(start, start + 1, "these quotes are not closed");
            }
            boolean joined = words(value, quote);
            cursor.checkLength(start, value.length());
            if (cursor.peek() == quote) {
                cursor.advance();
                return value.toString();
            }
            space(folding, joined);
            folding.writeTo(value);
        }
    }

    /** Scans up to white space or the closing quote; true when an escaped line break was passed over. */
    private boolean words(StringBuilder value, char quote) {
        while (!cursor.isSpaceAt(0)) {
            char c = cursor.peek();
            if (c == quote) {
                if (quote != '\'' || cursor.peek(1) != '\'') {
                    return false;
                }
                value.append('\'');
                cursor.advance(2);
            } else if (c == '\\' && quote == '"') {
                if (YamlCursor.isBreak(cursor.peek(1))) {
                    cursor.advance();
                    cursor.skipBreak();
                    return true;
                }
                escape(value);
            } else {
                value.append(c);
                cursor.advance();
            }
        }
        return false;
    }

    private void space(LineFolding folding, boolean joined) {
        boolean keepsBlanks = !joined;
        while (cursor.atBlank() || cursor.atBreak()) {
            if (cursor.atBreak()) {
                char c = cursor.readBreak();
                if (joined) {
                    folding.laterBreak(c);
                } else {
                    folding.lineBreak(c);
                }
                continue;
            }
            if (keepsBlanks) {
                folding.blank(cursor.peek());
            }
            cursor.advance();
        }
    }

    private void escape(StringBuilder value) {
        char c = cursor.peek(1);
        switch (c) {
            case '0' -> value.append('\0');
            case 'a' -> value.append('\u0007');
            case 'b' -> value.append('\b');
            case 't', '\t' -> value.append('\t');
            case 'n' -> value.append('\n');
            case 'v' -> value.append('\u000B');
            case 'f' -> value.append('\f');
            case 'r' -> value.append('\r');
            case 'e' -> value.append('\u001B');
            case ' ', '"', '\'', '\\' -> value.append(c);
            case 'N' -> value.append('\u0085');
            case '_' -> value.append('\u00A0');
            case 'L' -> value.append('\u2028');
            case 'P' -> value.append('\u2029');
            case 'x' -> hex(value, 2);
            case 'u' -> hex(value, 4);
            case 'U' -> hex(value, 8);
            default -> throw unknownEscape(c);
        }
        cursor.advance(2);
    }

    /** Appends the character of so many digits; leaves two chars of the escape to be passed over. */
    private void hex(StringBuilder value, int digits) {
        int start = cursor.offset();
        long code = 0;
        for (int i = 0; i < digits; i++) {
            char c = cursor.peek(2 + i);
            int digit = c < '\u0080' ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw cursor.fault(start, start + 2 + i, "this escape needs " + digits + " hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        if (code > Character.MAX_CODE_POINT || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
            throw cursor.fault(
                    start,
                    start + 2 + digits,
                    "this escape is no character; half of a pair of surrogates is none either");
        }
        value.appendCodePoint((int) code);
        cursor.advance(digits);
    }

    private TextFaultException unknownEscape(char c) {
        int start = cursor.offset();
        String shown = ShownText.of(String.valueOf(c));
        return cursor.fault(
                start, start + 2, "there is no escape `\\" + shown + "`; in single quotes a `\\` is itself");
    }
}
