package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.KeyOrder;

/** JSON as Go's encoder writes it: compact, keys in the order of their bytes, {@code < > &} escaped. */
final class GoJson {
    private static final int MOST_LEVELS = 2_000;

    private final StringBuilder text = new StringBuilder();

    private GoJson() {}

    static String write(JsonNode value) {
        GoJson writer = new GoJson();
        writer.append(value, 0);
        return writer.text.toString();
    }

    /** {@return a text in quotes} */
    static String quote(String plain) {
        GoJson writer = new GoJson();
        writer.appendQuoted(plain);
        return writer.text.toString();
    }

    /** {@return whether the escaped form of a text in quotes has characters that Go escapes for the sake of HTML} */
    static boolean hasMarkup(String plain) {
        return plain.indexOf('<') >= 0 || plain.indexOf('>') >= 0 || plain.indexOf('&') >= 0;
    }

    private void append(JsonNode value, int level) {
        if (level > MOST_LEVELS) {
            throw new OperationFault("the document is nested deeper than " + MOST_LEVELS + " levels");
        }
        switch (value.getNodeType()) {
            case OBJECT -> appendFields(value, level);
            case ARRAY -> appendElements(value, level);
            case STRING -> appendQuoted(value.textValue());
            case NUMBER -> text.append(JsonNumber.jsonText(value));
            case BOOLEAN -> text.append(value.booleanValue());
            case NULL, MISSING -> text.append("null");
            case BINARY, POJO -> appendQuoted(value.toString());
        }
    }

    private void appendFields(JsonNode map, int level) {
        text.append('{');
        for (String key : KeyOrder.sortedKeys(map)) {
            if (text.charAt(text.length() - 1) != '{') {
                text.append(',');
            }
            appendQuoted(key);
            text.append(':');
            append(map.path(key), level + 1);
        }
        text.append('}');
    }

    private void appendElements(JsonNode list, int level) {
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            append(list.get(i), level + 1);
        }
        text.append(']');
    }

    private void appendQuoted(String plain) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '<', '>', '&', '\u2028', '\u2029' -> appendEscape(c);
                default -> appendPlain(plain, i);
            }
        }
        text.append('"');
    }

    private void appendPlain(String plain, int position) {
        char c = plain.charAt(position);
        boolean half = Character.isHighSurrogate(c)
                ? position + 1 == plain.length() || !Character.isLowSurrogate(plain.charAt(position + 1))
                : Character.isLowSurrogate(c)
                        && (position == 0 || !Character.isHighSurrogate(plain.charAt(position - 1)));
        if (c < ' ') {
            appendEscape(c);
        } else {
            text.append(half ? '\uFFFD' : c);
        }
    }

    private void appendEscape(char c) {
        String hex = Integer.toHexString(c);
        text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
}
