package io.ephor.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.EvaluationContext;
import io.ephor.PolicyEngine;
import io.ephor.engine.DocsPage;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The examples of the page on cleanup are executed. */
class CleanupPageTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final Instant NOW = Instant.parse("2024-03-08T14:00:00Z");
    private static final EvaluationContext CONTEXT =
            EvaluationContext.builder().clock(InstantSource.fixed(NOW)).build();

    private static List<String> answers(String resources, Function<JsonNode, CleanupDecision> question) {
        List<String> answers = new ArrayList<>();
        for (JsonNode resource :
                YamlDocument.parse("page.yaml", resources).value().path("items")) {
            String name = resource.path("metadata").path("name").textValue();
            answers.add(name + ": " + question.apply(resource));
        }
        return answers;
    }

    @Test
    void examplesHaveTheAnswersThatThePageShows() throws IOException {
        List<String> blocks = DocsPage.blocks("cleanup.md");
        assertThat(blocks).hasSize(5);
        CleanupPolicy policy = ENGINE.loadAll("page.yaml", blocks.get(0))
                .orThrow()
                .cleanupPolicies()
                .get(0);
        List<String> lines = answers(blocks.get(1), resource -> ENGINE.shouldDelete(policy, resource, CONTEXT));
        Instant next = policy.nextExecution(NOW).orElseThrow();
        lines.add("next run: " + next);
        lines.add("and then: " + policy.nextExecution(next).orElseThrow());
        assertThat(lines).containsExactlyElementsOf(blocks.get(2).lines().toList());
        assertThat(answers(blocks.get(3), resource -> ENGINE.expiry(resource, CONTEXT)))
                .containsExactlyElementsOf(blocks.get(4).lines().toList());
    }
}
