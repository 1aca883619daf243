package io.ephor.engine.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the corpus beside the repository; tests that need it say loudly when it is not there. */
public final class CorpusFiles {
    private CorpusFiles() {}

    /** Returns where the corpus is; nothing, loudly, where it is not. */
    public static Optional<Path> root() {
        String named = System.getProperty("EPHOR_CORPUS", System.getenv("EPHOR_CORPUS"));
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/corpus");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        System.err.println("!!! NO CORPUS: a test of the policies of the corpus ran without it");
        return Optional.empty();
    }

    static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
