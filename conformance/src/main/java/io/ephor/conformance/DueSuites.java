package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code due.yaml}: the suites of the gate, each with the number of cases that may be unsupported. */
final class DueSuites {
    private DueSuites() {}

    static Map<String, Integer> read(Path file) throws IOException {
        Map<String, Integer> due = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> suite : Yaml.read(file).properties()) {
            JsonNode unsupported = suite.getValue().path("unsupported");
            if (suite.getValue().size() != 1 || !unsupported.canConvertToInt()) {
                throw new IllegalArgumentException(
                        file + ": `" + suite.getKey() + "` must have the number `unsupported` and nothing else");
            }
            due.put(suite.getKey(), unsupported.intValue());
        }
        return due;
    }
}
