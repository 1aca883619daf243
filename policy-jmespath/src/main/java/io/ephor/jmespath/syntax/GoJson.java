package io.ephor.jmespath.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.Numbers;
import io.ephor.values.GoQuote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text as Go's {@code json.Unmarshal} does, with its error texts: every number is a float64, of equal keys the
 * last one wins, half a surrogate pair is U+FFFD. Nesting is read without recursion.
 */
public final class GoJson {
    private static final int DEEPEST = 10_000;
    private static final int END = -1;

    private final String text;
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private final Deque<String> keys = new ArrayDeque<>();
    private int at;
    private @Nullable String unfitNumber;

    private GoJson(String text) {
        this.text = text;
    }

    /**
     * Reads exactly one value.
     *
     * @throws GoJsonException if the text is anything else
     */
    public static JsonNode parse(String text) {
        return new GoJson(text).document();
    }

    /** Returns a character in single quotes, as Go prints a rune in ASCII ({@code strconv.QuoteRuneToASCII}). */
    static String rune(int c) {
        if (c == '\'') {
            return "'\\''";
        }
        if (c == '"') {
            return "'\"'";
        }
        if (c < 0x80) {
            return inSingleQuotes(c);
        }
        if (Character.isBmpCodePoint(c) && Character.isSurrogate((char) c)) {
            return "'\\ufffd'";
        }
        HexFormat digits = HexFormat.of();
        return c > 0xFFFF ? "'\\U" + digits.toHexDigits(c) + "'" : "'\\u" + digits.toHexDigits((char) c) + "'";
    }

    private JsonNode document() {
        JsonNode value = value();
        skipBlanks();
        if (at < text.length()) {
            throw unexpected("after top-level value");
        }
        if (unfitNumber != null) {
            throw GoJsonException.ofNumber(unfitNumber);
        }
        return value;
    }

    private JsonNode value() {
        while (true) {
            JsonNode value = start();
            while (value != null) {
                if (open.isEmpty()) {
                    return value;
                }
                value = add(value);
            }
        }
    }

    /** Reads a scalar or an empty container; null after the start of a container that has elements. */
    private @Nullable JsonNode start() {
        skipBlanks();
        switch (peek()) {
            case '{':
                at++;
                enter(JsonNodeFactory.instance.objectNode());
                skipBlanks();
                if (peek() == '}') {
                    return leave();
                }
                key();
                return null;
            case '[':
                at++;
                enter(JsonNodeFactory.instance.arrayNode());
                skipBlanks();
                return peek() == ']' ? leave() : null;
            case '"':
                return TextNode.valueOf(string());
            case 't':
                return word("true", BooleanNode.TRUE);
            case 'f':
                return word("false", BooleanNode.FALSE);
            case 'n':
                return word("null", NullNode.instance);
            default:
                return number();
        }
    }

    /** Adds a value to the innermost container; returns that when it ends, null when another value follows. */
    private @Nullable JsonNode add(JsonNode value) {
        JsonNode container = open.element();
        skipBlanks();
        if (container instanceof ObjectNode object) {
            object.set(keys.pop(), value);
            if (peek() == ',') {
                at++;
                skipBlanks();
                key();
                return null;
            }
            if (peek() == '}') {
                return leave();
            }
            throw unexpected("after object key:value pair");
        }
        ((ArrayNode) container).add(value);
        if (peek() == ',') {
            at++;
            return null;
        }
        if (peek() == ']') {
            return leave();
        }
        throw unexpected("after array element");
    }

    private void enter(JsonNode container) {
        if (open.size() >= DEEPEST) {
            throw new GoJsonException("exceeded max depth");
        }
        open.push(container);
    }

    private JsonNode leave() {
        at++;
        return open.pop();
    }

    private void key() {
        if (peek() != '"') {
            throw unexpected("looking for beginning of object key string");
        }
        keys.push(string());
        skipBlanks();
        if (peek() != ':') {
            throw unexpected("after object key");
        }
        at++;
    }

    private JsonNode word(String word, JsonNode value) {
        for (int i = 1; i < word.length(); i++) {
            at++;
            if (peek() != word.charAt(i)) {
                throw cut("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
        at++;
        return value;
    }

    private JsonNode number() {
        int start = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else if (isDigit(peek())) {
            digits();
        } else {
            throw negative ? cut("in numeric literal") : unexpected("looking for beginning of value");
        }
        if (peek() == '.') {
            at++;
            requireDigits("after decimal point in numeric literal");
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            requireDigits("in exponent of numeric literal");
        }
        String digits = text.substring(start, at);
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value) && unfitNumber == null) {
            unfitNumber = digits;
        }
        return Numbers.of(value);
    }

    private void requireDigits(String place) {
        if (!isDigit(peek())) {
            throw cut(place);
        }
        digits();
    }

    private void digits() {
        while (isDigit(peek())) {
            at++;
        }
    }

    private String string() {
        int start = ++at;
        while (peek() != '"') {
            if (peek() == '\\' || isHalf(at)) {
                return escaped(start);
            }
            character();
        }
        return text.substring(start, at++);
    }

    private String escaped(int start) {
        StringBuilder value = new StringBuilder().append(text, start, at);
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
                value.appendCodePoint(escape());
            } else {
                value.append(isHalf(at) ? '\uFFFD' : text.charAt(at));
                character();
            }
        }
        at++;
        return value.toString();
    }

    private void character() {
        if (at >= text.length() || text.charAt(at) < ' ') {
            throw unexpected("in string literal");
        }
        at++;
    }

    private int escape() {
        int c = peek();
        switch (c) {
            case '"', '\\', '/':
                break;
            case 'b':
                c = '\b';
                break;
            case 'f':
                c = '\f';
                break;
            case 'n':
                c = '\n';
                break;
            case 'r':
                c = '\r';
                break;
            case 't':
                c = '\t';
                break;
            case 'u':
                return unicode();
            default:
                throw cut("in string escape code");
        }
        at++;
        return c;
    }

    private int unicode() {
        char unit = hex();
        if (!Character.isSurrogate(unit)) {
            return unit;
        }
        if (Character.isHighSurrogate(unit) && text.startsWith("\\u", at)) {
            int before = at;
            at++;
            char low = hex();
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(unit, low);
            }
            at = before;
        }
        return 0xFFFD;
    }

    /** Reads the four digits after the {@code u} on which the reader stands. */
    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw cut("in \\u hexadecimal character escape");
            }
            value = value * 16 + digit;
        }
        at++;
        return (char) value;
    }

    /** Says whether half a surrogate pair stands at a place; no text of Go has one. */
    private boolean isHalf(int place) {
        if (place >= text.length() || !Character.isSurrogate(text.charAt(place))) {
            return false;
        }
        boolean first =
                place + 1 < text.length() && Character.isSurrogatePair(text.charAt(place), text.charAt(place + 1));
        boolean second = place > 0 && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
        return !first && !second;
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The error where the end of the text counts as the end of the text. */
    private GoJsonException unexpected(String place) {
        return at >= text.length() ? new GoJsonException("unexpected end of JSON input") : cut(place);
    }

    /** The error where the end of the text counts as a blank. */
    private GoJsonException cut(String place) {
        int c = at >= text.length() ? ' ' : firstByte(text.codePointAt(at));
        return new GoJsonException("invalid character " + inSingleQuotes(c) + " " + place);
    }

    private static int firstByte(int codePoint) {
        return Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)[0] & 0xFF;
    }

    private static String inSingleQuotes(int c) {
        if (c == '\'') {
            return "'\\''";
        }
        if (c == '"') {
            return "'\"'";
        }
        String quoted = GoQuote.of(Character.toString(c));
        return "'" + quoted.substring(1, quoted.length() - 1) + "'";
    }
}
