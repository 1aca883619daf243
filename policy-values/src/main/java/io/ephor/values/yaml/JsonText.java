package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document that is JSON in one pass over its chars. Anything that is not strict JSON, and anything that only a
 * YAML reader should judge, makes it give up, so that the YAML reader decides and finds the place of the fault.
 */
final class JsonText {
    private enum Step {
        VALUE,
        DONE,
        GIVE_UP
    }

    private final String text;
    private final TreeBuilder tree;
    private final int mostScalarChars;
    private int at;
    private int depth;

    JsonText(String text, TreeLimits limits, TreeBuilder tree) {
        this.text = text;
        this.mostScalarChars = limits.scalarChars();
        this.tree = tree;
    }

    /** Returns true when a text is worth a try: its first char that is not a blank opens an object or a list. */
    static boolean mayBe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    /** Builds the tree; false when the text is not JSON, and then the tree is of no use. */
    boolean read() {
        Step step = Step.VALUE;
        while (step == Step.VALUE) {
            skipBlanks();
            step = value();
        }
        return step == Step.DONE;
    }

    private Step value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            default -> scalarValue();
        };
    }

    private Step object() {
        int start = at++;
        tree.startObject(null, start, at);
        depth++;
        skipBlanks();
        return peek() == '}' ? afterValue() : key();
    }

    private Step list() {
        int start = at++;
        tree.startArray(null, start, at);
        depth++;
        skipBlanks();
        return peek() == ']' ? afterValue() : Step.VALUE;
    }

    private Step scalarValue() {
        int start = at;
        JsonNode scalar = scalar();
        if (scalar == null) {
            return Step.GIVE_UP;
        }
        tree.scalar(scalar, null, start, at);
        return afterValue();
    }

    private Step afterValue() {
        while (true) {
            skipBlanks();
            if (depth == 0) {
                return at == text.length() ? Step.DONE : Step.GIVE_UP;
            }
            boolean inObject = tree.insideObject();
            char c = peek();
            if (c == ',') {
                at++;
                skipBlanks();
                return inObject ? key() : Step.VALUE;
            }
            if (c != (inObject ? '}' : ']')) {
                return Step.GIVE_UP;
            }
            at++;
            depth--;
            tree.end(at);
        }
    }

    private Step key() {
        int start = at;
        String name = peek() == '"' ? string() : null;
        if (name == null) {
            return Step.GIVE_UP;
        }
        tree.key(name, KeyKinds.TEXT, start, at);
        skipBlanks();
        if (peek() != ':') {
            return Step.GIVE_UP;
        }
        at++;
        return Step.VALUE;
    }

    private @Nullable JsonNode scalar() {
        return switch (peek()) {
            case '"' -> text();
            case 't' -> word("true", BooleanNode.TRUE);
            case 'f' -> word("false", BooleanNode.FALSE);
            case 'n' -> word("null", NullNode.instance);
            default -> number();
        };
    }

    private @Nullable JsonNode text() {
        String value = string();
        return value == null ? null : TextNode.valueOf(value);
    }

    private @Nullable JsonNode word(String word, JsonNode value) {
        if (!text.startsWith(word, at)) {
            return null;
        }
        at += word.length();
        return value;
    }

    /** Reads a number by JSON's grammar and gives it the value that the YAML reader gives it. */
    private @Nullable JsonNode number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int whole = at;
        digits();
        boolean valid = at > whole && (text.charAt(whole) != '0' || at == whole + 1);
        if (valid && peek() == '.') {
            at++;
            int fraction = at;
            digits();
            valid = at > fraction;
        }
        if (valid && (peek() == 'e' || peek() == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            int power = at;
            digits();
            valid = at > power;
        }
        if (!valid || at - start > mostScalarChars) {
            return null;
        }
        return YamlNumbers.json(YamlScalar.plain(text.substring(start, at)));
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    /** Reads a string; null when it is not one, or one that a YAML reader should judge. */
    private @Nullable String string() {
        int start = at + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return i - start > mostScalarChars ? null : text.substring(start, i);
            }
            if (c == '\\') {
                return escaped(start, i);
            }
            if (c < ' ' || c >= '\u007F') {
                i = wideChar(i);
                if (i < 0) {
                    return null;
                }
            }
        }
        return null;
    }

    private @Nullable String escaped(int start, int firstEscape) {
        StringBuilder value = new StringBuilder(firstEscape - start + 32).append(text, start, firstEscape);
        int i = firstEscape;
        while (i < text.length() && value.length() <= mostScalarChars) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return endsWhole(value) ? value.toString() : null;
            }
            if (c == '\\') {
                int length = escape(i + 1, value);
                if (length == 0) {
                    return null;
                }
                i += 1 + length;
                continue;
            }
            int last = c < ' ' || c >= '\u007F' ? wideChar(i) : i;
            if (last < 0) {
                return null;
            }
            value.append(text, i, last + 1);
            i = last + 1;
        }
        return null;
    }

    /** Appends the char of an escape and returns the escape's length without the backslash; 0 when it is none. */
    private int escape(int from, StringBuilder value) {
        if (from >= text.length()) {
            return 0;
        }
        switch (text.charAt(from)) {
            case '"' -> value.append('"');
            case '\\' -> value.append('\\');
            case '/' -> value.append('/');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                int unit = hex(from + 1);
                if (unit < 0) {
                    return 0;
                }
                value.append((char) unit);
                return 5;
            }
            default -> {
                return 0;
            }
        }
        return 1;
    }

    private int hex(int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            int digit = c < '\u0080' ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Returns the offset of the last unit of a char beyond ASCII, -1 when a YAML text may not have it. */
    private int wideChar(int i) {
        int c = text.codePointAt(i);
        if (!YamlCharacters.isAllowed(c) || c < ' ') {
            return -1;
        }
        return i + Character.charCount(c) - 1;
    }

    /** False when a surrogate stands alone. */
    private static boolean endsWhole(CharSequence value) {
        int i = 0;
        while (i < value.length()) {
            int c = Character.codePointAt(value, i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
