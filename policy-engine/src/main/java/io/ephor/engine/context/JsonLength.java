package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** How many bytes a value has as JSON text of Go's encoder. Counts without recursion and without making the text. */
public final class JsonLength {
    private final long most;
    private final Deque<Iterator<?>> open = new ArrayDeque<>();
    private long bytes;

    private JsonLength(long most) {
        this.most = most;
    }

    /**
     * Returns the number of bytes; some number above {@code most} where it is above {@code most}.
     *
     * @throws ArithmeticException if a number in the value is no JSON; its message is the number
     */
    public static long of(JsonNode value, long most) {
        JsonLength length = new JsonLength(most);
        length.count(value);
        return length.bytes;
    }

    private void count(JsonNode root) {
        begin(root);
        while (!open.isEmpty() && bytes <= most) {
            Iterator<?> children = open.element();
            if (!children.hasNext()) {
                open.pop();
                continue;
            }
            Object child = children.next();
            if (child instanceof JsonNode element) {
                bytes++;
                begin(element);
            } else if (child instanceof Map.Entry<?, ?> field
                    && field.getKey() instanceof String key
                    && field.getValue() instanceof JsonNode element) {
                bytes += text(key) + 2;
                begin(element);
            }
        }
    }

    /** Counts a scalar, or the brackets of a container; every element but the first one brings a comma. */
    private void begin(JsonNode value) {
        if (value.isContainerNode()) {
            bytes += value.isEmpty() ? 2 : 1;
            open.push(value instanceof ObjectNode object ? object.properties().iterator() : value.elements());
        } else {
            bytes += scalar(value);
        }
    }

    private static long scalar(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> number(JsonNumber.doubleValue(value));
            case BOOLEAN -> value.booleanValue() ? 4 : 5;
            case STRING -> text(value.textValue());
            case POJO -> 2;
            default -> 4;
        };
    }

    private static long number(double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException(NumberText.general(number));
        }
        return NumberText.json(number).length();
    }

    private static long text(String text) {
        long bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f') {
                bytes += 2;
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                bytes += 6;
            } else if (Character.isSurrogate(c)) {
                bytes += 2;
            } else {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }
}
