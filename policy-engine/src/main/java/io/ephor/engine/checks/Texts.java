package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads texts of policies; what is no text is none. */
final class Texts {
    private Texts() {}

    /** Returns a field; empty where it is no text. */
    static String of(JsonNode object, String field) {
        return Objects.requireNonNullElse(object.path(field).textValue(), "");
    }

    /** Returns the texts of a list. */
    static List<String> list(JsonNode list) {
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        }
        return texts;
    }
}
