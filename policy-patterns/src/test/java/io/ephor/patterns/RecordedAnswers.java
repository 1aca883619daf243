package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Finds recorded answers of the reference; without them, tests go by and say so loudly. */
public final class RecordedAnswers {
    private RecordedAnswers() {}

    /** Returns the rows of a file below {@code golden/}, or no rows when there is no corpus. */
    public static List<JsonNode> rows(String file) {
        Path corpus = corpus();
        if (corpus == null) {
            System.err.println("*** RAN WITHOUT recorded answers of " + file + ": no corpus, set EPHOR_CORPUS ***");
            return List.of();
        }
        Path path = corpus.resolve("golden").resolve(file);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().map(JsonText::json).toList();
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
