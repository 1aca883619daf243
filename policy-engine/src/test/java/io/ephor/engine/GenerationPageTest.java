package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import io.ephor.values.YamlWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the page on generation is executed. */
class GenerationPageTest {
    private static final String PAGE = "generation.md";

    private static EvaluationResult evaluate(EvaluationContext context) throws IOException {
        List<String> blocks = DocsPage.blocks(PAGE);
        assertThat(blocks).hasSize(5);
        PolicyEngine engine = StandardPolicyEngine.create();
        JsonNode trigger = YamlDocument.parse("trigger.yaml", blocks.get(1)).value();
        return engine.evaluate(engine.load("page.yaml", blocks.get(0)), trigger, context);
    }

    private static EvaluationContext withExistingResources() throws IOException {
        List<JsonNode> existing = new ArrayList<>();
        String text = DocsPage.blocks(PAGE).get(2);
        for (YamlOutcome outcome : YamlReader.lenient().readAll("existing.yaml", text)) {
            existing.add(((YamlOutcome.Read) outcome).document().value());
        }
        InMemoryLookups world = InMemoryLookups.builder().resources(existing).build();
        return EvaluationContext.builder().lookups(world.lookups()).build();
    }

    private static String line(GeneratedResource made) {
        JsonNode resource = made.resource();
        JsonNode metadata = resource.path("metadata");
        JsonNode content = resource.has("spec") ? resource.path("spec") : resource.path("data");
        return made.rule() + ": " + made.action() + " " + made.mode() + " "
                + resource.path("kind").textValue() + " "
                + metadata.path("namespace").textValue() + "/"
                + metadata.path("name").textValue() + " " + content;
    }

    @Test
    void makesWhatThePageShows() throws IOException {
        EvaluationResult result = evaluate(withExistingResources());
        List<String> lines = new ArrayList<>();
        for (GeneratedResource made : result.generated()) {
            lines.add(line(made));
        }

        assertThat(String.join("\n", lines))
                .isEqualTo(DocsPage.blocks(PAGE).get(3).strip());
        for (RuleResult rule : result.rules()) {
            assertThat(rule.status()).isEqualTo(RuleStatus.PASS);
        }
    }

    @Test
    void labelsWhatItMakesAsThePageShows() throws IOException {
        EvaluationResult result = evaluate(withExistingResources());
        JsonNode labels = result.generated().get(1).resource().at("/metadata/labels");
        JsonNode expected =
                YamlDocument.parse("labels.yaml", DocsPage.blocks(PAGE).get(4)).value();

        assertThat(YamlWriter.write(labels, 2)).isEqualTo(YamlWriter.write(expected, 2));
        assertThat(result.generated().get(0).resource().at("/metadata/labels").size())
                .isEqualTo(9);
    }

    @Test
    void failsToCopyWithoutLookupAndMakesWhatIsOfData() throws IOException {
        EvaluationResult result = evaluate(EvaluationContext.builder().build());
        List<Generation> generations = result.generations();

        assertThat(line(result.generated().get(0))).startsWith("close-network: CREATE DATA ");
        assertThat(result.generated()).hasSize(1);
        assertThat(generations).hasSize(3);
        assertThat(generations.get(0).failure()).isNull();
        assertThat(generations.get(1).failure()).startsWith("source resource v1/Secret/shop/registry not found: ");
        assertThat(generations.get(2).failure()).startsWith("failed to list source resource for cloneList ");
        for (RuleResult rule : result.rules()) {
            assertThat(rule.status()).isEqualTo(RuleStatus.PASS);
        }
    }
}
