package io.ephor.engine.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.LoadResult;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.engine.DocsPage;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the page on exceptions is executed. */
class ExceptionsPageTest {
    @Test
    void exampleHasTheResultThatThePageShows() throws IOException {
        List<String> blocks = DocsPage.blocks("exceptions.md");
        assertThat(blocks).hasSize(4);
        PolicyEngine engine = StandardPolicyEngine.create();
        LoadResult loaded = engine.loadAll("page.yaml", blocks.get(0) + "---\n" + blocks.get(1));
        PolicySet set = engine.set(loaded.orThrow());
        JsonNode pod = YamlDocument.parse("pod.yaml", blocks.get(2)).value();
        ObjectNode other = pod.deepCopy();
        other.withObject("/metadata").put("name", "till");

        assertThat(said(engine, set, pod)).isEqualTo(blocks.get(3).strip());
        assertThat(said(engine, set, other)).startsWith("team: fail: ");
    }

    private static String said(PolicyEngine engine, PolicySet set, JsonNode pod) {
        RuleResult rule = engine.evaluate(set, pod).results().get(0).rules().get(0);
        return rule.name() + ": " + rule.status().text() + ": " + rule.message();
    }
}
