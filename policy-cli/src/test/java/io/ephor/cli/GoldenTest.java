package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the command lines below {@code src/test/resources/golden}. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final Pattern HEAD = Pattern.compile("(.*: (error|warning)\\[[a-z0-9-]+\\]: ).*");
    private static final Pattern EXCERPT = Pattern.compile(" *\\d* *[|=].*");

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() throws IOException {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            List<Path> cases = entries.filter(entry -> Files.exists(entry.resolve("cmd")))
                    .sorted()
                    .toList();
            assertThat(cases).hasSizeGreaterThan(40);
            return cases.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        Captured out = new Captured();
        Captured err = new Captured();
        Surroundings surroundings =
                new Surroundings(FOLDER, stdin(folder), out.stream(), err.stream(), false, InstantSource.system());
        String[] arguments = Files.readAllLines(folder.resolve("cmd")).toArray(String[]::new);

        Outcome outcome = new Ephor(surroundings).run(arguments);

        String complaints = withoutWords(err.text());
        String exit = outcome.exitCode() + "\n";
        if (Boolean.getBoolean("ephor.golden.write")) {
            Files.writeString(folder.resolve("exit"), exit);
            Files.writeString(folder.resolve("stdout"), out.text());
            Files.writeString(folder.resolve("stderr"), complaints);
        }
        assertThat(complaints).isEqualTo(Files.readString(folder.resolve("stderr")));
        assertThat(out.text()).isEqualTo(Files.readString(folder.resolve("stdout")));
        assertThat(exit).isEqualTo(Files.readString(folder.resolve("exit")));
    }

    /** The words of a diagnostic belong to the module that finds the fault; here its place and code count. */
    private static String withoutWords(String text) {
        return text.lines()
                .filter(line -> !EXCERPT.matcher(line).matches())
                .map(line -> HEAD.matcher(line).replaceFirst("$1…") + "\n")
                .collect(Collectors.joining());
    }

    private static InputStream stdin(Path folder) throws IOException {
        Path file = folder.resolve("stdin");
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : "".getBytes(StandardCharsets.UTF_8);
        return new ByteArrayInputStream(bytes);
    }
}
