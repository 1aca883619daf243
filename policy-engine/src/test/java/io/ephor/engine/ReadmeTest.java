package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.values.YamlDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The snippet of the README is code of this test. */
class ReadmeTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path THIS_FILE = Path.of("src/test/java/io/ephor/engine/ReadmeTest.java");
    private static final String START = "// README {";
    private static final String END = "// README }";

    @Test
    void snippetOfReadmeIsTheCodeBelow() throws IOException {
        String source = Files.readString(THIS_FILE);
        String method = source.substring(source.indexOf("private static void judge("));
        String snippet = method.substring(method.indexOf(START) + START.length(), method.indexOf(END))
                .stripIndent()
                .strip();

        assertThat(Files.readString(REPOSITORY.resolve("README.md"))).contains("```java\n" + snippet + "\n```");
    }

    @Test
    void snippetPrintsWhatIsWrongAndWhere() throws IOException {
        String policy = Files.readString(REPOSITORY.resolve("examples/policies/require-requests-limits.yaml"));
        JsonNode pod = YamlDocument.parse("pod.yaml", "{kind: Pod, spec: {containers: [{name: a}]}}")
                .value();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            judge(policy, pod);
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("validate-resources: validation error: CPU and memory")
                .contains("at /spec/containers/0/resources, in the policy at require-labels.yaml:20:");
    }

    private static void judge(String yamlText, JsonNode pod) {
        // README {
        PolicyEngine engine = StandardPolicyEngine.create(); // immutable, thread-safe, one per process
        Policy policy = engine.load("require-labels.yaml", yamlText); // compiled once
        EvaluationResult result = engine.evaluate(policy, pod); // pod: a JsonNode, never written to
        if (result.blocked()) {
            for (RuleResult rule : result.failures()) {
                System.out.println(rule.name() + ": " + rule.message());
                System.out.println("  in the resource at " + rule.at() + ", in the policy at " + rule.source());
            }
        }
        // README }
    }
}
