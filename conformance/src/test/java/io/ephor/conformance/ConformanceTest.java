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

class ConformanceTest {
    private static final String AGREES =
            "{\"name\":\"a\",\"expected\":{\"x\":1,\"y\":2},\"actual\":{\"y\":2,\"x\":1}}\n";
    private static final String DIFFERS = "{\"name\":\"tab here\",\"expected\":1,\"actual\":2}\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void makeRepository() throws IOException {
        Files.createDirectories(folder.resolve("corpus/golden/echo"));
        Files.createDirectories(folder.resolve("repository/conformance"));
    }

    private void rows(String text) throws IOException {
        Files.writeString(folder.resolve("corpus/golden/echo/echo.jsonl"), text);
    }

    private void known(String text) throws IOException {
        Files.writeString(folder.resolve("repository/known-differences.yaml"), text);
    }

    private void due(String text) throws IOException {
        Files.writeString(folder.resolve("repository/conformance/due.yaml"), text);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new Conformance(List.of(new EchoSuite()), folder.resolve("repository"), out).run(arguments);
    }

    private int runEcho(String... more) {
        String corpus = folder.resolve("corpus").toString();
        return more.length == 0 ? run("echo", "--corpus", corpus) : run("echo", more[0], "--corpus", corpus);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        List<String> lines = printed().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void countsAnswersAndPassesWhenAllAgree() throws IOException {
        rows(AGREES + AGREES);

        assertThat(runEcho()).isZero();
        assertThat(lastLine()).isEqualTo("echo: 2 passed, 0 failed, 0 known, 0 unsupported");
    }

    @Test
    void refusesToExplainASuiteThatEvaluatesNoPolicy() throws IOException {
        rows(AGREES);

        assertThat(run("echo", "--corpus", folder.resolve("corpus").toString(), "--explain"))
                .isEqualTo(2);
        assertThat(printed()).contains("error: the suite echo evaluates no policy: there is nothing to explain");
    }

    @Test
    void failsAndRecordsADifference() throws IOException {
        rows(AGREES + DIFFERS);

        assertThat(runEcho()).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("echo: 1 passed, 1 failed, 0 known, 0 unsupported");
        assertThat(printed()).contains("- tab here", "expected 1", "actual   2");
        assertThat(folder.resolve("repository/conformance/target/echo-differences.jsonl"))
                .content()
                .contains("\"description\":\"tab here\"");
    }

    @Test
    void tellsAnIntegerFromAFloat() throws IOException {
        rows("{\"name\":\"n\",\"expected\":1,\"actual\":1.0}\n");

        assertThat(runEcho()).isEqualTo(1);
    }

    @Test
    void countsARowOnWhichTheSuiteThrowsAsFailed() throws IOException {
        rows("{\"throw\":\"broken engine\"}\n" + AGREES);

        assertThat(runEcho()).isEqualTo(1);
        assertThat(printed()).contains("broken engine");
        assertThat(lastLine()).isEqualTo("echo: 1 passed, 1 failed, 0 known, 0 unsupported");
    }

    @Test
    void countsARowThatIsNoJsonAsFailed() throws IOException {
        rows("{\"name\": \n");

        assertThat(runEcho()).isEqualTo(1);
    }

    @Test
    void failsOnAFileWithoutCases() throws IOException {
        rows("");

        assertThat(runEcho()).isEqualTo(1);
        assertThat(printed()).contains("the file holds no case");
    }

    @Test
    void countsUnsupportedCasesByFeature() throws IOException {
        rows(AGREES + "{\"unsupported\":\"validate.cel\"}\n".repeat(2) + "{\"unsupported\":\"mutate\"}\n");

        assertThat(runEcho()).isZero();
        assertThat(printed()).contains("       2  validate.cel\n       1  mutate\n");
        assertThat(lastLine()).isEqualTo("echo: 1 passed, 0 failed, 0 known, 3 unsupported");
    }

    @Test
    void countsACoveredDifferenceAsKnown() throws IOException {
        rows(AGREES + DIFFERS);
        known("- suite: echo\n  when: [{at: /name, startsWith: tab}]\n  reason: tabs\n");

        assertThat(runEcho()).isZero();
        assertThat(lastLine()).isEqualTo("echo: 1 passed, 0 failed, 1 known, 0 unsupported");
    }

    @Test
    void failsOnAnEntryThatCoversNothing() throws IOException {
        rows(AGREES);
        known("- suite: echo\n  when: [{at: /name, startsWith: tab}]\n  reason: tabs\n");

        assertThat(runEcho()).isEqualTo(1);
        assertThat(printed()).contains("a known difference hides nothing: tabs");
    }

    @Test
    void failsOnAKnownCaseThatAgrees() throws IOException {
        rows(AGREES + DIFFERS);
        known("- suite: echo\n  when: [{at: /name, exists: true}]\n  reason: all\n");

        assertThat(runEcho()).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("echo: 0 passed, 1 failed, 1 known, 0 unsupported");
        assertThat(printed()).contains("listed as known, but agrees: a");
    }

    @Test
    void anotherFileNeedNotHoldTheCasesOfAnEntry() throws IOException {
        Path other = Files.writeString(folder.resolve("other.jsonl"), AGREES);
        known("- suite: echo\n  when: [{at: /name, startsWith: tab}]\n  reason: tabs\n");

        assertThat(runEcho(other.toString())).isZero();
    }

    @Test
    void anotherFileFailsWhereACoveredCaseAgrees() throws IOException {
        Path other = Files.writeString(folder.resolve("other.jsonl"), AGREES);
        known("- suite: echo\n  when: [{at: /name, equals: a}]\n  reason: tabs\n");

        assertThat(runEcho(other.toString())).isEqualTo(1);
    }

    @Test
    void entriesOfOtherSuitesDoNotMatter() throws IOException {
        rows(AGREES);
        known("- suite: other\n  when: [{at: /name, exists: true}]\n  reason: all\n");

        assertThat(runEcho()).isZero();
    }

    @Test
    void refusesAnEntryThatItDoesNotUnderstand() throws IOException {
        rows(AGREES);
        known("- suite: echo\n  line: 5\n  when: [{at: /name, exists: true}]\n  reason: all\n");

        assertThat(runEcho()).isEqualTo(2);
        assertThat(printed()).contains("entry 0: unknown field line");
    }

    @Test
    void writesItsOwnAnswers() throws IOException {
        rows(DIFFERS);
        Path answers = folder.resolve("answers.jsonl");

        run("echo", "--corpus", folder.resolve("corpus").toString(), "--actual", answers.toString());

        assertThat(answers).hasContent("{\"expected\":2}\n");
    }

    @Test
    void refusesAnUnknownSuiteAndAMissingFile() {
        assertThat(run("nothing", "--corpus", folder.resolve("corpus").toString()))
                .isEqualTo(2);
        assertThat(runEcho()).isEqualTo(2);
        assertThat(run("--wrong")).isEqualTo(2);
        assertThat(run("echo", "--corpus")).isEqualTo(2);
    }

    @Test
    void refusesACorpusThatIsNotThere() {
        assertThat(run("echo", "--corpus", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
    }

    @Test
    void runsTheSuitesThatAreDue() throws IOException {
        rows(AGREES + "{\"unsupported\":\"mutate\"}\n");
        due("echo: {unsupported: 1}\n");

        assertThat(run("--corpus", folder.resolve("corpus").toString())).isZero();
        assertThat(lastLine()).isEqualTo("due: 1 passed, 0 failed, 0 known, 1 unsupported");
    }

    @Test
    void failsWhenTheNumberOfUnsupportedCasesIsNotThePinnedOne() throws IOException {
        rows(AGREES + "{\"unsupported\":\"mutate\"}\n");
        due("echo: {unsupported: 2}\n");

        assertThat(run("--corpus", folder.resolve("corpus").toString())).isEqualTo(1);
        assertThat(printed()).contains("pins 2 unsupported");
    }
}
