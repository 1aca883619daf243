package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code known-differences.yaml}. */
final class KnownDifferences {
    private static final Set<String> FIELDS = Set.of("suite", "when", "reason");

    private KnownDifferences() {}

    /**
     * Reads the entries of a file; a file that is not there has none.
     *
     * @throws IllegalArgumentException if an entry is not understood
     */
    static List<KnownDifference> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonNode entries = Yaml.read(file);
        if (entries.isNull()) {
            return List.of();
        }
        if (!entries.isArray()) {
            throw new IllegalArgumentException(file + ": a list of entries was expected");
        }
        List<KnownDifference> known = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            try {
                known.add(entry(entries.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": entry " + i + ": " + e.getMessage(), e);
            }
        }
        return known;
    }

    private static KnownDifference entry(JsonNode entry) {
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new IllegalArgumentException("unknown field " + field.getKey());
            }
        }
        JsonNode when = entry.path("when");
        if (!when.isArray() || when.isEmpty()) {
            throw new IllegalArgumentException("`when` must be a list with at least one claim");
        }
        List<ContentTest> tests = new ArrayList<>();
        when.forEach(test -> tests.add(ContentTest.read(test)));
        return new KnownDifference(text(entry, "suite"), tests, text(entry, "reason"));
    }

    private static String text(JsonNode entry, String field) {
        String text = entry.path(field).asText();
        if (text.isBlank()) {
            throw new IllegalArgumentException("`" + field + "` is missing");
        }
        return text;
    }
}
