package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the runner's own files. It does not use the YAML of Ephor, which is under test. */
final class Yaml {
    private Yaml() {}

    static JsonNode read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    static JsonNode parse(String label, String text) {
        try {
            Object value = new Load(LoadSettings.builder().setLabel(label).build()).loadFromString(text);
            return value == null ? NullNode.getInstance() : Json.of(value);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
