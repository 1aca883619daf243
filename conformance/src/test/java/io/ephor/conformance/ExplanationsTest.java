package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations come to the answers that are recorded: an explanation that says something else than an evaluation fails here. */
class ExplanationsTest {
    @TempDir
    Path repository;

    @ParameterizedTest
    @ValueSource(strings = {"frame", "mutate", "tests"})
    void comeToTheRecordedAnswers(String suite) throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        boolean found = Corpus.find(root).isPresent();
        if (!found) {
            System.err.println("THERE IS NO CORPUS: EXPLANATIONS WERE NOT COMPARED WITH RECORDED ANSWERS");
        }
        assumeTrue(found);
        Files.copy(root.resolve("known-differences.yaml"), repository.resolve("known-differences.yaml"));
        Files.createDirectories(repository.resolve("conformance/target"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String corpus = Corpus.find(root).orElseThrow().root().toString();

        int code = new Conformance(Suites.ALL, repository, out).run(suite, "--corpus", corpus, "--explain");

        assertThat(code).as(bytes.toString(StandardCharsets.UTF_8)).isZero();
    }
}
