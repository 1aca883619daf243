package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations come to the answers that are recorded: an explanation that says something else than an evaluation fails here. */
class ExplanationsTest {
    @TempDir
    Path repository;

    @ParameterizedTest
    @ValueSource(strings = {"frame", "mutate", "tests", "context", "podsecurity-rule"})
    void comeToTheRecordedAnswers(String suite) throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Optional<Corpus> corpus = Corpus.find(root);
        if (corpus.isEmpty()) {
            System.err.println("THERE IS NO CORPUS: EXPLANATIONS WERE NOT COMPARED WITH RECORDED ANSWERS");
            return;
        }
        Files.copy(root.resolve("known-differences.yaml"), repository.resolve("known-differences.yaml"));
        Files.createDirectories(repository.resolve("conformance/target"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String folder = corpus.get().root().toString();

        int code = new Conformance(Suites.ALL, repository, out).run(suite, "--corpus", folder, "--explain");

        assertThat(code).as(bytes.toString(StandardCharsets.UTF_8)).isZero();
    }
}
