package io.ephor.patches.operations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads JSON text, and keeps in mind where every value stands in it. */
final class WrittenReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100_000).build())
            .build();

    private final String source;
    private final JsonParser parser;
    private final int depth;

    private WrittenReader(String source, JsonParser parser, int depth) {
        this.source = source;
        this.parser = parser;
        this.depth = depth;
    }

    /**
     * Reads a text.
     *
     * @param depth how many maps and lists may stand inside each other
     * @throws OperationFault if the text is not exactly one JSON value, or goes over a limit
     */
    static Written read(String source, int depth) {
        try (JsonParser parser = FACTORY.createParser(source)) {
            WrittenReader reader = new WrittenReader(source, parser, depth);
            if (parser.nextToken() == null) {
                throw new OperationFault(OperationFault.INVALID);
            }
            Written written = reader.value(0);
            if (parser.nextToken() != null) {
                throw new OperationFault(OperationFault.INVALID);
            }
            return written;
        } catch (StreamConstraintsException e) {
            throw new OperationFault("a number or text of the patch is too long");
        } catch (IOException e) {
            throw new OperationFault(OperationFault.INVALID);
        }
    }

    private Written value(int level) throws IOException {
        if (level > depth) {
            throw new OperationFault("the patch is nested deeper than " + depth + " levels");
        }
        int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> map(start, level);
            case START_ARRAY -> list(start, level);
            case VALUE_STRING -> {
                JsonNode text = TextNode.valueOf(parser.getText());
                yield scalar(text, start, position());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String digits = parser.getText();
                yield scalar(number(digits), start, start + digits.length());
            }
            case VALUE_TRUE -> scalar(BooleanNode.TRUE, start, start + 4);
            case VALUE_FALSE -> scalar(BooleanNode.FALSE, start, start + 5);
            case VALUE_NULL -> scalar(NullNode.instance, start, start + 4);
            default -> throw new OperationFault(OperationFault.INVALID);
        };
    }

    private Written map(int start, int level) throws IOException {
        Map<String, Written> fields = new LinkedHashMap<>();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            Written field = value(level + 1);
            fields.put(key, field);
            node.set(key, field.node());
        }
        return new Written(node, source, start, position(), fields, null);
    }

    private Written list(int start, int level) throws IOException {
        List<Written> elements = new ArrayList<>();
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Written element = value(level + 1);
            elements.add(element);
            node.add(element.node());
        }
        return new Written(node, source, start, position(), null, elements);
    }

    private Written scalar(JsonNode node, int start, int end) {
        return new Written(node, source, start, end, null, null);
    }

    private int position() {
        return Math.toIntExact(parser.currentLocation().getCharOffset());
    }

    /** A number as the document has it in the end: whole where its value is, whatever it is written like. */
    private static JsonNode number(String digits) {
        OptionalLong whole = NumberText.parseInteger(digits);
        if (whole.isPresent()) {
            return LongNode.valueOf(whole.getAsLong());
        }
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw new OperationFault("a number of the patch is too large");
        }
        OptionalLong rounded = NumberText.parseInteger(NumberText.json(value));
        return rounded.isPresent() ? LongNode.valueOf(rounded.getAsLong()) : DoubleNode.valueOf(value);
    }
}
