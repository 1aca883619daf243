package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Values in error texts, as Go's {@code %v} prints them; a value whose text would be huge is named by its size. */
final class ShownValue {
    private static final int LONGEST = 1 << 20;

    private ShownValue() {}

    static String of(JsonNode value) {
        return isSmall(value) ? GoText.value(value, NumberView.FLOAT64) : "(more than " + LONGEST + " characters)";
    }

    private static boolean isSmall(JsonNode value) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(value);
        long length = 0;
        while (!open.isEmpty()) {
            JsonNode next = open.pop();
            length += next.isTextual() ? next.textValue().length() : 1;
            length += next.size();
            for (Map.Entry<String, JsonNode> field : next.properties()) {
                length += field.getKey().length();
            }
            if (length > LONGEST) {
                return false;
            }
            next.elements().forEachRemaining(open::push);
        }
        return true;
    }
}
