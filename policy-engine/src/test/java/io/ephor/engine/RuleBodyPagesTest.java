package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the pages on what rules validate are executed: a policy, then resources, each with its answer. */
class RuleBodyPagesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    @ParameterizedTest
    @ValueSource(strings = {"pattern.md", "any-pattern.md", "deny.md", "foreach.md", "pod-security.md"})
    void examplesHaveTheResultsThatThePageShows(String page) throws IOException {
        List<String> blocks = DocsPage.blocks(page);
        assertThat(blocks).hasSize(5);
        Policy policy = ENGINE.load(page, blocks.get(0));
        assertThat(policy.warnings()).isEmpty();
        for (int i = 1; i < blocks.size(); i += 2) {
            assertThat(answer(policy, blocks.get(i)))
                    .isEqualTo(blocks.get(i + 1).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pattern.md", "any-pattern.md", "deny.md", "foreach.md", "pod-security.md"})
    void readmeLeadsToThePage(String page) throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/" + page + ")");
    }

    private static String answer(Policy policy, String resource) {
        return ENGINE
                .evaluate(policy, YamlDocument.parse("resource.yaml", resource).value())
                .rules()
                .stream()
                .map(RuleResult::toString)
                .collect(Collectors.joining("\n"));
    }
}
