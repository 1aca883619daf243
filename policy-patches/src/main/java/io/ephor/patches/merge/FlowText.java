package io.ephor.patches.merge;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.KeyOrder;

/** Values on one line, as the reference shows them in a fault: {@code {"a": 1, "b": ["x"]}}, keys sorted. */
final class FlowText {
    private static final int MOST_LEVELS = 100;
    private static final int MOST_CHARACTERS = 10_000;

    private final StringBuilder text = new StringBuilder();

    private FlowText() {}

    /** {@return the text; what goes beyond 100 levels or 10,000 characters is left out} */
    static String of(JsonNode value) {
        FlowText flow = new FlowText();
        flow.append(value, 0);
        return flow.text.toString();
    }

    private void append(JsonNode value, int depth) {
        if (text.length() > MOST_CHARACTERS || depth > MOST_LEVELS) {
            text.append("...");
            return;
        }
        switch (value.getNodeType()) {
            case STRING -> appendQuoted(value.textValue());
            case ARRAY -> appendElements(value, depth);
            case OBJECT -> appendFields(value, depth);
            default -> text.append(Values.text(value));
        }
    }

    private void appendElements(JsonNode list, int depth) {
        text.append('[');
        for (int i = 0; i < list.size() && text.length() <= MOST_CHARACTERS; i++) {
            text.append(i == 0 ? "" : ", ");
            append(list.get(i), depth + 1);
        }
        text.append(']');
    }

    private void appendFields(JsonNode map, int depth) {
        text.append('{');
        String separator = "";
        for (String key : KeyOrder.sortedKeys(map)) {
            if (text.length() > MOST_CHARACTERS) {
                break;
            }
            text.append(separator);
            appendQuoted(key);
            text.append(": ");
            append(map.path(key), depth + 1);
            separator = ", ";
        }
        text.append('}');
    }

    private void appendQuoted(String plain) {
        text.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(plain))
                .append('"');
    }
}
