package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import io.ephor.engine.source.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of the README says what the readers and compilers do. Run with {@code -Dephor.golden.write=true} it writes the
 * table.
 */
class SupportTableTest {
    private static final Path README = Path.of("../README.md");
    private static final String START = "<!-- support table: written by SupportTableTest -->\n";
    private static final String END = "<!-- end of the support table -->\n";

    @Test
    void readmeHasTheTableOfTheFeatures() throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf(START) + START.length();
        int end = readme.indexOf(END);
        if (Boolean.getBoolean("ephor.golden.write")) {
            Files.writeString(README, readme.substring(0, start) + table() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(start, end))
                .as("the table of README.md; -Dephor.golden.write=true writes it")
                .isEqualTo(table());
    }

    @Test
    void everyNameBelongsToOneFeature() {
        Set<String> names = new HashSet<>();
        for (Feature feature : Feature.values()) {
            assertThat(feature.names()).allMatch(names::add).allMatch(name -> Feature.named(name) == feature);
        }
        assertThat(Feature.named("nonsense")).isNull();
        assertThat(Feature.refuses("nonsense")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void engineDoesWhatTheTableSays(Feature feature) {
        Set<String> refused = new HashSet<>();
        for (String text : FeatureExamples.of(feature)) {
            List<Diagnostic> diagnostics =
                    StandardPolicyEngine.create().loadAll("example.yaml", text).diagnostics();
            List<String> features = new ArrayList<>();
            for (Diagnostic diagnostic : diagnostics) {
                if (diagnostic.feature() != null) {
                    features.add(diagnostic.feature());
                }
            }
            if (feature.state() == Feature.State.WORKS) {
                assertThat(diagnostics).as(text).isEmpty();
            } else {
                assertThat(features).as(text).isNotEmpty().isSubsetOf(feature.names());
                refused.addAll(features);
            }
        }
        if (feature.state() == Feature.State.REFUSED) {
            assertThat(refused)
                    .as("every name is refused in an example")
                    .containsAll(FeatureExamples.refusable(feature));
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("\n| Part of the policy language | State |\n| --- | --- |\n");
        for (Feature.State state : Feature.State.values()) {
            for (Feature feature : Feature.values()) {
                if (feature.state() == state) {
                    String cell = state == Feature.State.WORKS ? "works" : "refused when loaded";
                    table.append("| " + feature.text() + " | " + cell + " |\n");
                }
            }
        }
        return table.append('\n').toString();
    }
}
