package io.ephor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an embedding host has to take along: the jars of other projects that policy-engine needs at run time. */
class CoreSizeTest {
    private static final int MOST_JARS = 11;
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    @Test
    void coreIsSmall() throws IOException {
        List<Path> jars = Stream.of(Files.readString(Path.of("target", "core-classpath.txt"))
                        .strip()
                        .split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .toList();
        assertThat(jars).anyMatch(jar -> jar.getFileName().toString().startsWith("jackson-databind-"));
        check(jars);
    }

    @Test
    void refusesOneJarTooMany(@TempDir Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (int i = 0; i <= MOST_JARS; i++) {
            jars.add(Files.createFile(folder.resolve(i + ".jar")));
        }
        assertThatThrownBy(() -> check(jars)).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesOneByteTooMany(@TempDir Path folder) throws IOException {
        Path jar = Files.write(folder.resolve("large.jar"), new byte[Math.toIntExact(MOST_BYTES + 1)]);
        assertThatThrownBy(() -> check(List.of(jar))).isInstanceOf(AssertionError.class);
    }

    private static void check(List<Path> jars) throws IOException {
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        assertThat(jars).hasSizeLessThanOrEqualTo(MOST_JARS);
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }
}
