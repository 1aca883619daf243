package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.yaml.BlockWriter;

/**
 * Writes values as YAML in blocks, to the letter of Go's library: keys in its natural order, texts plain where that is
 * possible and in quotes or as literals where it is not, and no line folded. Thread-safe.
 *
 * <p>Kyverno: go.yaml.in/yaml/v3/encode.go, emitterc.go
 */
public final class YamlWriter {
    private YamlWriter() {}

    /**
     * {@return a value as YAML, with a line end behind it} A number is written as JSON would. A key is always written on
     * one line, where the library would spread a long one over several.
     *
     * @param value the value
     * @param indent by how many blanks each level is indented, from 2 to 9
     * @throws IllegalArgumentException if there is no such indentation
     */
    public static String write(JsonNode value, int indent) {
        return write(value, indent, true);
    }

    /**
     * {@return a value as {@link #write} does, with the keys in the order of the value}
     *
     * @param value the value
     * @param indent by how many blanks each level is indented, from 2 to 9
     * @throws IllegalArgumentException if there is no such indentation, or the value is nested deeper than 1,000 levels
     */
    public static String writeInOrder(JsonNode value, int indent) {
        return write(value, indent, false);
    }

    private static String write(JsonNode value, int indent, boolean sorted) {
        if (indent < 2 || indent > 9) {
            throw new IllegalArgumentException("no indentation: " + indent);
        }
        return new BlockWriter(indent, sorted).write(value);
    }
}
