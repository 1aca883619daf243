package io.ephor.patches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the corpus; without it, tests go by and say so loudly. */
public final class Corpus {
    private Corpus() {}

    /** Returns the lines of a file below the corpus, or none when there is no corpus. */
    public static List<String> lines(String file) {
        Path corpus = corpus();
        if (corpus == null) {
            System.err.println("*** RAN WITHOUT " + file + ": no corpus, set EPHOR_CORPUS ***");
            return List.of();
        }
        try {
            return Files.readAllLines(corpus.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path corpus() {
        String named = System.getProperty("EPHOR_CORPUS", System.getenv("EPHOR_CORPUS"));
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path corpus = folder.resolve("shared/corpus");
            if (Files.isDirectory(corpus)) {
                return corpus;
            }
        }
        return null;
    }
}
