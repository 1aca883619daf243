package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text, or one of a few texts.
 *
 * @param values the texts that are allowed; empty where every text is
 * @param maximumBytes the greatest length in bytes of UTF-8
 */
record TextShape(List<String> values, int maximumBytes) implements Shape {
    static final TextShape PLAIN = new TextShape(List.of(), Integer.MAX_VALUE);

    TextShape {
        values = List.copyOf(values);
    }

    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        if (!value.isTextual()) {
            check.wrongType(this, value);
            return value;
        }
        if (this == PLAIN) {
            return value;
        }
        String text = value.textValue();
        if (!values.isEmpty() && !values.contains(text)) {
            check.invalidText(text, values);
        }
        if (text.length() > maximumBytes / 4 && text.getBytes(StandardCharsets.UTF_8).length > maximumBytes) {
            check.tooLong(maximumBytes);
        }
        return value;
    }

    @Override
    public String expected() {
        return "a text";
    }
}
