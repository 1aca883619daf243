package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.EvaluationContext;
import io.ephor.Explanation;
import io.ephor.PolicyEngine;
import io.ephor.explain.Step;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the page on explanations is executed. */
class ExplainPageTest {
    @Test
    void exampleIsExplainedAsThePageShows() throws IOException {
        List<String> blocks = DocsPage.blocks("explain.md");
        assertThat(blocks).hasSize(3);
        PolicyEngine engine = StandardPolicyEngine.create();
        YamlDocument pod = YamlDocument.parse("pod.yaml", blocks.get(1));

        Explanation why =
                engine.explain(engine.load("policy.yaml", blocks.get(0)), pod.value(), EvaluationContext.empty());

        assertThat(why.render(pod)).isEqualTo(blocks.get(2));
    }

    @Test
    void pageNamesEveryStep() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "explain.md"));
        for (Class<?> step : Step.class.getPermittedSubclasses()) {
            assertThat(page).contains("`" + step.getSimpleName() + "`");
        }
    }
}
