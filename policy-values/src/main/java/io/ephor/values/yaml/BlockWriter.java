package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one value as YAML in blocks. Used once, by one thread.
 *
 * <p>Kyverno: go.yaml.in/yaml/v3/emitterc.go
 */
public final class BlockWriter {
    private static final int DEEPEST = 1_000;
    private static final int DASH = 2;

    private final StringBuilder out = new StringBuilder();
    private final int step;
    private final boolean sorted;

    /**
     * Creates a writer.
     *
     * @param step by how many blanks each level is indented
     * @param sorted whether keys are sorted as Go does, and not written in the order of the value
     */
    public BlockWriter(int step, boolean sorted) {
        this.step = step;
        this.sorted = sorted;
    }

    /**
     * {@return a value as YAML}
     *
     * @param value the value
     * @throws IllegalArgumentException if it is nested too deeply
     */
    public String write(JsonNode value) {
        if (isBlock(value)) {
            block(value, 0, 0, 0);
        } else {
            scalar(value, step);
        }
        return out.toString();
    }

    private static boolean isBlock(JsonNode value) {
        return value.isContainerNode() && !value.isEmpty();
    }

    /**
     * Writes the entries of an object or a list.
     *
     * @param indent where the entries stand
     * @param column where the line stands already: the first entry goes on behind it
     */
    private void block(JsonNode value, int indent, int column, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the value is nested deeper than " + DEEPEST);
        }
        if (value.isArray()) {
            int at = column;
            for (JsonNode item : value) {
                blanks(indent - at);
                out.append("- ");
                item(item, indent + DASH, depth);
                at = 0;
            }
            return;
        }
        List<String> keys = new ArrayList<>(value.size());
        value.fieldNames().forEachRemaining(keys::add);
        if (sorted) {
            keys.sort(NaturalOrder.INSTANCE);
        }
        int at = column;
        for (String key : keys) {
            blanks(indent - at);
            ScalarStyle.of(key).withoutLines().append(out, key, 0, step);
            out.append(':');
            field(value.get(key), indent, depth);
            at = 0;
        }
    }

    private void item(JsonNode item, int indent, int depth) {
        if (isBlock(item)) {
            block(item, indent, indent, depth + 1);
        } else {
            scalar(item, indent);
        }
    }

    private void field(JsonNode value, int indent, int depth) {
        int inner = indent + step - indent % step;
        if (isBlock(value)) {
            out.append('\n');
            block(value, inner, 0, depth + 1);
        } else {
            out.append(' ');
            scalar(value, inner);
        }
    }

    /** Writes a scalar and ends its line. */
    private void scalar(JsonNode value, int indent) {
        if (value.isTextual()) {
            String text = value.textValue();
            ScalarStyle style = ScalarStyle.of(text);
            style.append(out, text, indent, step);
            if (style.endsLine(text)) {
                return;
            }
        } else if (value.isArray()) {
            out.append("[]");
        } else if (value.isObject()) {
            out.append("{}");
        } else if (value.isFloatingPointNumber()) {
            out.append(NumberText.json(value.doubleValue()));
        } else {
            out.append(value);
        }
        out.append('\n');
    }

    private void blanks(int count) {
        out.append(" ".repeat(Math.max(0, count)));
    }
}
