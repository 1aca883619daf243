package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.KeyOrder;
import io.ephor.values.NumberText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * JSON text as Go's encoders write it: keys in byte order, no blanks, {@code < > &} and the line separators escaped.
 * Nesting is written without recursion.
 */
public final class GoJsonText {
    private final StringBuilder text = new StringBuilder();
    private final Deque<OpenContainer> open = new ArrayDeque<>();
    private final int longest;
    private final boolean iterator;

    private GoJsonText(int longest, boolean iterator) {
        this.longest = longest;
        this.iterator = iterator;
    }

    /**
     * Returns the text of a value as the package {@code encoding/json} writes it.
     *
     * @param longest how many characters it may have
     * @throws FunctionException if it would be longer, or a number is infinite or NaN
     */
    public static String of(JsonNode value, int longest) {
        return of(value, longest, false);
    }

    /**
     * Returns the text of a value as the package {@code json-iterator} writes it, which has two digits in every exponent
     * and no short forms of backspace and form feed.
     *
     * @param longest how many characters it may have
     * @throws FunctionException if it would be longer, or a number is infinite or NaN
     */
    public static String ofIterator(JsonNode value, int longest) {
        return of(value, longest, true);
    }

    private static String of(JsonNode value, int longest, boolean iterator) {
        GoJsonText writer = new GoJsonText(longest, iterator);
        writer.write(value);
        return writer.text.toString();
    }

    private void write(JsonNode root) {
        begin(root);
        while (!open.isEmpty()) {
            OpenContainer container = open.element();
            if (!container.children.hasNext()) {
                text.append(container.object ? '}' : ']');
                open.pop();
                continue;
            }
            if (container.started) {
                text.append(',');
            }
            container.started = true;
            begin(container.next());
        }
    }

    private void begin(JsonNode value) {
        if (value.isContainerNode()) {
            text.append(value.isObject() ? '{' : '[');
            open.push(new OpenContainer(value));
        } else {
            scalar(value);
        }
        if (text.length() > longest) {
            throw FunctionException.limit("text is longer than " + longest + " characters");
        }
    }

    private void scalar(JsonNode value) {
        switch (value.getNodeType()) {
            case NUMBER -> number(JsonNumber.doubleValue(value));
            case BOOLEAN -> text.append(value.booleanValue());
            case STRING -> string(value.textValue());
            case POJO -> text.append("{}");
            default -> text.append("null");
        }
    }

    private void number(double number) {
        if (!Double.isFinite(number)) {
            throw new FunctionException("json: unsupported value: " + NumberText.general(number));
        }
        text.append(iterator ? NumberText.jsonIterator(number) : NumberText.json(number));
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length() && text.length() <= longest; i++) {
            character(value, i);
        }
        text.append('"');
    }

    private void character(String value, int i) {
        char c = value.charAt(i);
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b', '\f' -> backspaceOrFormFeed(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> escape(c);
            default -> {
                if (c < ' ') {
                    escape(c);
                } else if (Character.isSurrogate(c) && !isInPair(value, i)) {
                    escape('\uFFFD');
                } else {
                    text.append(c);
                }
            }
        }
    }

    private void backspaceOrFormFeed(char c) {
        if (iterator) {
            escape(c);
        } else {
            text.append(c == '\b' ? "\\b" : "\\f");
        }
    }

    private static boolean isInPair(String value, int i) {
        return (i + 1 < value.length() && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1)))
                || (i > 0 && Character.isSurrogatePair(value.charAt(i - 1), value.charAt(i)));
    }

    private void escape(char c) {
        String hex = Integer.toHexString(c);
        text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }

    /** A list or object of which some elements are written. */
    private final class OpenContainer {
        private final JsonNode node;
        private final boolean object;
        private final Iterator<?> children;
        private boolean started;

        OpenContainer(JsonNode node) {
            this.node = node;
            this.object = node.isObject();
            this.children = object ? KeyOrder.sortedKeys(node).iterator() : node.elements();
        }

        JsonNode next() {
            Object child = children.next();
            if (child instanceof JsonNode element) {
                return element;
            }
            String key = (String) child;
            string(key);
            text.append(':');
            return node.path(key);
        }
    }
}
