package io.ephor.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ephor.jmespath.function.DeepEquality;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public cases of standard JMESPath. What Kyverno's dialect does otherwise is listed with its reason. */
class PublicCasesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void agreesWithThePublicCasesExceptForTheListedDeviations() throws IOException {
        Path folder = folder();
        if (folder == null) {
            System.err.println("*** RAN WITHOUT the public cases of JMESPath: no corpus, set EPHOR_CORPUS ***");
            return;
        }
        List<String> differing = new ArrayList<>();
        int cases = 0;
        for (Path file : files(folder)) {
            for (JsonNode group : MAPPER.readTree(file.toFile())) {
                for (JsonNode asked : group.get("cases")) {
                    cases++;
                    if (!agrees(group.get("given"), asked)) {
                        differing.add(file.getFileName() + "\t"
                                + asked.get("expression").textValue());
                    }
                }
            }
        }
        assertThat(cases).isGreaterThan(800);
        assertThat(new TreeSet<>(differing)).isEqualTo(deviations());
    }

    private static boolean agrees(JsonNode given, JsonNode asked) {
        JmesPath expression = null;
        try {
            expression = JmesPath.compile(asked.get("expression").textValue());
            JsonNode value = expression.search(given);
            boolean measuredOnly = asked.has("bench");
            return measuredOnly || (asked.has("result") && DeepEquality.same(value, asked.get("result")));
        } catch (JmesPathException exception) {
            return asked.has("error") || (asked.has("bench") && expression != null);
        }
    }

    private static Set<String> deviations() throws IOException {
        Set<String> deviations = new TreeSet<>();
        try (InputStream stream = PublicCasesTest.class.getResourceAsStream("deviations.tsv")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                String reason = line.substring(line.lastIndexOf('\t') + 1);
                assertThat(reason).isNotBlank();
                deviations.add(line.substring(0, line.lastIndexOf('\t')));
            }
        }
        return deviations;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static @Nullable Path folder() {
        String named = System.getProperty("EPHOR_CORPUS", System.getenv("EPHOR_CORPUS"));
        if (named != null) {
            return Path.of(named, "public", "jmespath.test");
        }
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path folder = place.resolve("shared/corpus/public/jmespath.test");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
