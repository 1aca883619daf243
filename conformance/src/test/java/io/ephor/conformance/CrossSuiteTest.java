package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossSuiteTest {
    private static final String POLICY = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata:
              name: p
            spec:
              rules:
                - name: r
                  match:
                    any:
                      - resources:
                          kinds: [ConfigMap]
                          namespaceSelector:
                            matchLabels: {team: a}
                  validate:
                    failureAction: Enforce
                    message: key is needed
                    pattern:
                      data: {key: "?*"}
            """;
    private static final String RESOURCES = """
            {"id":"g0","kind":"ConfigMap","object":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"}}}
            {"id":"g1","kind":"Secret","object":{"apiVersion":"v1","kind":"Secret","metadata":{"name":"x"}}}
            """;
    private static final String FAILURE = """
            {"policy":"p.yaml#0","resource":"g0","operation":"CREATE","nsLabels":{"team":"a"},"blocks":true,"validate":\
            [{"rule":"r","status":"fail","message":"validation error: key is needed. rule r failed at path /data/"}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void makeCorpus() throws IOException {
        Files.createDirectories(folder.resolve("corpus/golden/cross"));
        Files.createDirectories(folder.resolve("repository/conformance"));
        Files.writeString(folder.resolve("corpus/p.yaml"), POLICY);
        Files.writeString(folder.resolve("corpus/golden/cross/resources.jsonl"), RESOURCES);
        Files.writeString(folder.resolve("corpus/golden/cross/users.json"), "{}");
    }

    private String run(String rows) throws IOException {
        Path file = folder.resolve("rows.jsonl");
        Files.writeString(file, rows);
        Files.copy(folder.resolve("corpus/golden/cross/resources.jsonl"), folder.resolve("resources.jsonl"));
        Files.writeString(folder.resolve("users.json"), "{}");
        Files.createFile(folder.resolve("corpus/golden/cross/cross.jsonl.gz"));
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Conformance(List.of(new CrossSuite()), folder.resolve("repository"), out)
                .run(
                        "cross",
                        file.toString(),
                        "--corpus",
                        folder.resolve("corpus").toString());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String summary(int evaluated, int empty) {
        return "{\"policy\":\"p.yaml#0\",\"evaluated\":" + evaluated + ",\"empty\":" + empty + "}\n";
    }

    @Test
    void comparesAnswersAndTheRequestsThatMustHaveNone() throws IOException {
        assertThat(run(FAILURE + summary(4, 3)))
                .contains("without any answer: 3, of supported policies 3, without any 3")
                .endsWith("cross: 4 passed, 0 failed, 0 known, 0 unsupported\n");
    }

    @Test
    void findsAnAnswerWhereThereMustBeNone() throws IOException {
        assertThat(run(summary(4, 4)))
                .contains("of supported policies 4, without any 3")
                .endsWith("cross: 3 passed, 1 failed, 0 known, 0 unsupported\n");
    }

    @Test
    void findsAnotherText() throws IOException {
        assertThat(run(FAILURE.replace("key is needed.", "key is wanted.") + summary(4, 3)))
                .endsWith("cross: 3 passed, 1 failed, 0 known, 0 unsupported\n");
    }

    @Test
    void findsAnotherAnswerWhereIntegersStayIntegersInTheObject() throws IOException {
        String row = FAILURE.replace("\"blocks\":true", "\"blocks\":true,\"webhook\":{}");

        assertThat(run(row + summary(4, 3))).endsWith("cross: 3 passed, 1 failed, 0 known, 0 unsupported\n");
    }

    @Test
    void failsOnRequestsOfWhichItDoesNotKnow() throws IOException {
        assertThat(run(FAILURE + summary(5, 4)))
                .contains("no known requests are 5 in number")
                .endsWith("cross: 0 passed, 1 failed, 0 known, 0 unsupported\n");
    }

    @Test
    void failsWhereAPolicyThatMustBeRefusedIsAccepted() throws IOException {
        assertThat(run("{\"policy\":\"p.yaml#0\",\"invalid\":\"rule r is bad\"}\n"))
                .endsWith("cross: 0 passed, 1 failed, 0 known, 0 unsupported\n");
    }
}
