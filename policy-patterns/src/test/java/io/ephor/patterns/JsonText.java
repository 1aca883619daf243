package io.ephor.patterns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON values for tests, written with single quotes and without quotes around plain keys. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .build())
            .build();

    private JsonText() {}

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A Pod as a cluster has it, with three containers and one init container. */
    public static JsonNode pod() {
        try (InputStream stream = JsonText.class.getResourceAsStream("pod.json")) {
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists inside each other, built by hand because no reader lets so many through. */
    public static JsonNode nestedLists(int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i < depth; i++) {
            list = JsonNodeFactory.instance.arrayNode().add(list);
        }
        return list;
    }

    /** Maps inside each other, each with one key. */
    public static JsonNode nestedMaps(String key, int depth, JsonNode innermost) {
        JsonNode map = innermost;
        for (int i = 0; i < depth; i++) {
            map = JsonNodeFactory.instance.objectNode().set(key, map);
        }
        return map;
    }
}
