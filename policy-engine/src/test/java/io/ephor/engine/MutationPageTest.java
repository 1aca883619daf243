package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlWriter;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of the page on mutation are executed. */
class MutationPageTest {
    @Test
    void exampleHasTheResultThatThePageShows() throws IOException {
        List<String> blocks = DocsPage.blocks("mutation.md");
        assertThat(blocks).hasSize(9);
        PolicyEngine engine = StandardPolicyEngine.create();
        EvaluationResult result = engine.evaluate(
                engine.load("page.yaml", blocks.get(0)),
                YamlDocument.parse("pod.yaml", blocks.get(1)).value());

        assertThat(YamlWriter.write(result.patchedResource(), 2))
                .isEqualTo(YamlWriter.write(
                        YamlDocument.parse("expected.yaml", blocks.get(2)).value(), 2));
        assertThat(result.rules().stream().map(MutationPageTest::said).collect(Collectors.joining("\n")))
                .isEqualTo(blocks.get(3).strip());
    }

    @Test
    void exampleOfTargetsHasTheResultThatThePageShows() throws IOException {
        List<String> blocks = DocsPage.blocks("mutation.md");
        PolicyEngine engine = StandardPolicyEngine.create();
        EvaluationContext context = EvaluationContext.builder()
                .lookups(InMemoryLookups.builder()
                        .resources(List.of(YamlDocument.parse("existing.yaml", blocks.get(6))
                                .value()))
                        .build()
                        .lookups())
                .build();
        EvaluationResult result = engine.evaluate(
                engine.load("page.yaml", blocks.get(4)),
                YamlDocument.parse("trigger.yaml", blocks.get(5)).value(),
                context);

        assertThat(result.targets()).hasSize(1);
        assertThat(YamlWriter.write(result.targets().get(0).after(), 2))
                .isEqualTo(YamlWriter.write(
                        YamlDocument.parse("expected.yaml", blocks.get(7)).value(), 2));
        assertThat(result.rules().stream().map(MutationPageTest::said).collect(Collectors.joining("\n")))
                .isEqualTo(blocks.get(8).strip());
    }

    private static String said(RuleResult rule) {
        return rule.name() + ": " + rule.status().text() + ": " + rule.message();
    }
}
