package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.PolicyEngine;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.ManifestVerification;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the page on signed manifests are executed. */
class ManifestsPageTest {
    private static final ManifestVerification CHANGED =
            ManifestVerification.refused("failed to verify signature. diff found;"
                    + " {\"items\":[{\"key\":\"data.level\",\"values\":{\"after\":\"debug\",\"before\":\"info\"}}]}");
    private static final ManifestVerification OTHER = ManifestVerification.refused("failed to verify signature.");

    private static EvaluationContext signedByRelease(ManifestVerification release) {
        InMemoryLookups world = InMemoryLookups.builder()
                .manifest("settings", "release", release)
                .manifest("settings", "audit", OTHER)
                .manifest("settings", "security", ManifestVerification.verified(""))
                .build();
        return EvaluationContext.builder().lookups(world.lookups()).build();
    }

    private static String answer(List<String> blocks, EvaluationContext context) {
        PolicyEngine engine = StandardPolicyEngine.create();
        JsonNode resource = YamlDocument.parse("resource.yaml", blocks.get(1)).value();
        return engine.evaluate(engine.load("page.yaml", blocks.get(0)), resource, context)
                        .rules()
                        .get(0)
                + "\n";
    }

    @Test
    void answersWhatThePageShows() throws IOException {
        List<String> blocks = DocsPage.blocks("manifests.md");

        assertThat(blocks).hasSize(5);
        assertThat(answer(blocks, signedByRelease(ManifestVerification.verified(""))))
                .isEqualTo(blocks.get(2));
        assertThat(answer(blocks, signedByRelease(CHANGED))).isEqualTo(blocks.get(3));
        assertThat(answer(blocks, EvaluationContext.empty())).isEqualTo(blocks.get(4));
    }

    @Test
    void readmeLeadsToThePage() throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/manifests.md)");
    }
}
