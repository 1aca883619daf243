package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.GoText;
import io.ephor.values.KeyOrder;
import io.ephor.values.NumberView;

/** What a policy states, as Go's {@code %s} prints it: texts bare, other scalars marked as such. */
final class StatedText {
    private static final int MOST_NODES = 1_000;

    private final StringBuilder text = new StringBuilder();
    private final NumberView numbers;
    private int nodes;

    private StatedText(NumberView numbers) {
        this.numbers = numbers;
    }

    static String of(JsonNode value, NumberView numbers) {
        if (value.isTextual()) {
            return value.textValue();
        }
        StatedText stated = new StatedText(numbers);
        stated.append(value, 0);
        return stated.text.toString();
    }

    private void append(JsonNode value, int depth) {
        if (value.isTextual()) {
            text.append(value.textValue());
        } else if (!value.isContainerNode()) {
            text.append("%!s(");
            if (!value.isNull()) {
                text.append(GoText.typeName(value, numbers)).append('=');
            }
            text.append(GoText.value(value, numbers)).append(')');
        } else if (++nodes > MOST_NODES || depth > MOST_NODES / 10) {
            text.append("...");
        } else if (value.isArray()) {
            list(value, depth);
        } else {
            object(value, depth);
        }
    }

    private void list(JsonNode list, int depth) {
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "" : " ");
            append(list.get(i), depth + 1);
        }
        text.append(']');
    }

    private void object(JsonNode object, int depth) {
        text.append("map[");
        String separator = "";
        for (String key : KeyOrder.sortedKeys(object)) {
            text.append(separator).append(key).append(':');
            append(object.path(key), depth + 1);
            separator = " ";
        }
        text.append(']');
    }
}
