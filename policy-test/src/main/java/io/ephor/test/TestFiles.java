package io.ephor.test;

import io.ephor.values.SourceRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files beside a manifest. What cannot be read is a fault at the place that names it; nothing is ever fetched from
 * elsewhere.
 */
final class TestFiles {
    private final Path folder;
    private final Faults faults;

    TestFiles(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** A file that was read. */
    record TextFile(Path path, byte[] utf8) {
        /** Returns the text, broken characters replaced. */
        String text() {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /** Returns what is written as a path, or null where it cannot be one. */
    static @Nullable Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Reads a file, or the YAML files of a folder in the order of their names. */
    List<TextFile> readAll(String written, SourceRange place) {
        Path path = resolve(written, place);
        if (path == null) {
            return List.of();
        }
        List<TextFile> files = new ArrayList<>();
        for (Path file : Files.isDirectory(path) ? yamlFiles(path, place) : List.of(path)) {
            TextFile read = readFile(file, place);
            if (read != null) {
                files.add(read);
            }
        }
        return files;
    }

    /** Reads a file, or returns null after a fault. */
    @Nullable
    TextFile read(String written, SourceRange place) {
        Path path = resolve(written, place);
        return path == null ? null : readFile(path, place);
    }

    private @Nullable Path resolve(String written, SourceRange place) {
        if (written.startsWith("http://") || written.startsWith("https://") || written.equals("-")) {
            faults.error("remote-file", "`" + written + "` is no file beside the test", place);
            return null;
        }
        if (path(written) == null) {
            faults.error("missing-file", "`" + written + "` is no path", place);
            return null;
        }
        return folder.resolve(written).normalize();
    }

    private @Nullable TextFile readFile(Path path, SourceRange place) {
        if (!Files.isRegularFile(path)) {
            faults.error("missing-file", "there is no file `" + path + "`", place);
            return null;
        }
        try {
            return new TextFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            faults.error("missing-file", "`" + path + "` cannot be read", place);
            return null;
        }
    }

    private List<Path> yamlFiles(Path path, SourceRange place) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> isVisibleYaml(path.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            faults.error("missing-file", "the folder `" + path + "` cannot be read", place);
            return List.of();
        }
    }

    private static boolean isVisibleYaml(Path relative) {
        for (Path segment : relative) {
            if (segment.toString().startsWith(".")) {
                return false;
            }
        }
        String name = relative.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
