package io.ephor.architecture;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the repository promises beside what its code does. */
class RepositoryTest {
    private static final Path ROOT = Path.of("..");
    private static final int MOST_LINES = 400;
    private static final Pattern VAGUE_NAME =
            Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Handler)\\.java|(Base|Abstract)[A-Z].*\\.java");

    @Test
    void bomListsEveryPublishedModule() throws IOException {
        List<String> published = found("<module>(policy-[a-z]+)</module>", Files.readString(ROOT.resolve("pom.xml")));
        List<String> listed =
                found("<artifactId>(policy-[a-z]+)</artifactId>", Files.readString(ROOT.resolve("policy-bom/pom.xml")));

        assertThat(published).contains("policy-bom", "policy-engine");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatBelongsThere() throws IOException {
        List<Path> packages = sources("main").map(Path::getParent).distinct().toList();

        assertThat(packages).hasSizeGreaterThan(10).allSatisfy(folder -> {
            if (!folder.endsWith("java")) {
                assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked")
                        .contains("/**");
            }
        });
    }

    @Test
    void filesAreAboutOneThing() throws IOException {
        assertThat(Stream.concat(sources("main"), sources("test"))).allSatisfy(file -> {
            assertThat(file.getFileName().toString()).doesNotMatch(VAGUE_NAME);
            assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(MOST_LINES);
        });
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        Pattern switchedOff =
                Pattern.compile("^\\s*@(Disabled|EnabledIf|DisabledIf|DisabledOn)|assumeTrue\\(", MULTILINE);

        assertThat(sources("test").filter(file -> !file.endsWith("RepositoryTest.java")))
                .allSatisfy(file -> assertThat(file).content().doesNotContainPattern(switchedOff));
    }

    private static Stream<Path> sources(String kind) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.toList()) {
                Path folder = module.resolve("src/" + kind + "/java");
                if (Files.isDirectory(folder)) {
                    files.addAll(javaFiles(folder));
                }
            }
        }
        return files.stream();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
