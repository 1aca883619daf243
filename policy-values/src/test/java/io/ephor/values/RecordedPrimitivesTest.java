package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares the primitives with recorded answers of the reference, when the corpus is at hand. */
class RecordedPrimitivesTest {
    private static final NumberView VIEW = NumberView.AS_WRITTEN;
    private final List<String> differences = new ArrayList<>();
    private List<JsonNode> wildcardTexts = List.of();
    private List<String> columns = List.of();

    @Test
    void agreesWithEveryRecordedPrimitive() throws IOException {
        Path file = corpus().resolve("golden/patterns/primitives.jsonl.gz");
        if (!Files.exists(file)) {
            System.err.println("*** NOT COMPARED with recorded answers: no corpus, set EPHOR_CORPUS ***");
            return;
        }
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                check(mapper.readTree(line));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Path corpus() {
        String named = System.getProperty("EPHOR_CORPUS", System.getenv("EPHOR_CORPUS"));
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("shared/corpus"))) {
            folder = folder.getParent();
        }
        return folder.resolve("shared/corpus");
    }

    private void check(JsonNode row) {
        switch (row.path("kind").asText()) {
            case "wildcard" -> wildcard(row);
            case "quantity" -> quantity(row);
            case "quantityCompare" -> compare(row, text -> Quantity.parse(text));
            case "duration" -> duration(row);
            case "number" -> number(row);
            case "float" -> printedFloat(row);
            case "print" -> printed(row);
            case "semver" -> semanticVersion(row);
            case "semverCompare" -> compare(row, text -> SemanticVersion.parse(text));
            case "semverRange" -> range(row);
            case "operator" -> {}
            default -> differences.add("unknown row " + row);
        }
    }

    private void expect(JsonNode row, Object expected, @Nullable Object actual) {
        if (!expected.equals(actual)) {
            differences.add("wanted " + expected + " but got " + actual + " for " + row);
        }
    }

    private void wildcard(JsonNode row) {
        if (!row.has("pattern")) {
            wildcardTexts = elements(row.path("texts"));
            return;
        }
        String pattern = row.path("pattern").asText();
        List<JsonNode> texts = row.has("texts") ? elements(row.path("texts")) : wildcardTexts;
        StringBuilder compiled = new StringBuilder();
        StringBuilder direct = new StringBuilder();
        for (JsonNode text : texts) {
            compiled.append(Wildcard.compile(pattern).matches(text.asText()) ? '1' : '0');
            direct.append(Wildcard.matches(pattern, text.asText()) ? '1' : '0');
        }
        expect(row, row.path("bits").asText(), compiled.toString());
        expect(row, row.path("bits").asText(), direct.toString());
        if (row.has("containsWildcard")) {
            expect(row, row.path("containsWildcard").asBoolean(), Wildcard.containsWildcard(pattern));
        }
    }

    private void quantity(JsonNode row) {
        String text = row.path("text").asText();
        expect(row, row.path("ok").asBoolean(), Quantity.tryParse(text) != null);
        try {
            Quantity quantity = Quantity.parse(text);
            expect(row, row.path("canonical").asText(), quantity.toString());
            expect(row, row.path("decimal").asText(), quantity.decimalValue().toPlainString());
        } catch (IllegalArgumentException fault) {
            expect(row, row.path("error").asText(), fault.getMessage());
        }
    }

    private void duration(JsonNode row) {
        String text = row.path("text").asText();
        expect(row, row.path("ok").asBoolean(), GoDuration.tryParse(text) != null);
        try {
            GoDuration duration = GoDuration.parse(text);
            expect(row, row.path("ns").asLong(), duration.nanos());
            expect(row, row.path("text2").asText(), duration.toString());
        } catch (IllegalArgumentException fault) {
            expect(row, row.path("error").asText(), fault.getMessage());
        }
    }

    private void number(JsonNode row) {
        String text = row.path("text").asText();
        OptionalLong whole = NumberText.parseInteger(text);
        expect(row, row.path("int").asText(), whole.isPresent() ? Long.toString(whole.getAsLong()) : "null");
        OptionalDouble real = NumberText.parseFloat(text);
        expect(row, row.path("float").asText(), real.isPresent() ? NumberText.general(real.getAsDouble()) : "null");
    }

    private void printedFloat(JsonNode row) {
        double value = NumberText.parseFloat(row.path("hex").asText()).orElseThrow();
        expect(row, row.path("f6").asText(), NumberText.fixed(value));
        expect(row, row.path("E").asText(), NumberText.scientific(value));
        expect(row, row.path("v").asText(), NumberText.general(value));
        expect(row, row.path("json").asText(), NumberText.json(value));
    }

    private void printed(JsonNode row) {
        expect(row, row.path("v").asText(), GoText.value(row.path("value"), VIEW));
        expect(row, row.path("T").asText(), GoText.typeName(row.path("value"), VIEW));
    }

    private void semanticVersion(JsonNode row) {
        String text = row.path("text").asText();
        expect(row, row.path("ok").asBoolean(), SemanticVersion.tryParse(text) != null);
        try {
            SemanticVersion.parse(text);
        } catch (IllegalArgumentException fault) {
            expect(row, row.path("error").asText(), fault.getMessage());
        }
    }

    private void range(JsonNode row) {
        if (row.has("columns")) {
            columns = texts(row.path("columns"));
            return;
        }
        boolean parsed = true;
        try {
            SemanticVersionRange range =
                    SemanticVersionRange.parse(row.path("range").asText());
            StringBuilder bits = new StringBuilder();
            columns.forEach(column -> bits.append(range.contains(SemanticVersion.parse(column)) ? '1' : '0'));
            expect(row, row.path("bits").asText(), bits.toString());
        } catch (IllegalArgumentException fault) {
            parsed = false;
            expect(row, row.path("error").asText(), fault.getMessage());
        }
        expect(row, row.path("ok").asBoolean(), parsed);
    }

    private <T extends Comparable<T>> void compare(JsonNode row, java.util.function.Function<String, T> parser) {
        if (row.has("columns")) {
            columns = texts(row.path("columns"));
            return;
        }
        StringBuilder signs = new StringBuilder();
        T left = parser.apply(row.path("row").asText());
        for (String column : columns) {
            T right = parser.apply(column);
            int order = left.compareTo(right);
            signs.append(order < 0 ? '<' : order > 0 ? '>' : '=');
            expect(row, order == 0, left.equals(right));
            expect(row, order == 0 ? left.hashCode() : right.hashCode(), right.hashCode());
        }
        expect(row, row.path("cmp").asText(), signs.toString());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
