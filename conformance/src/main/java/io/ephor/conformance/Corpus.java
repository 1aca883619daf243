package io.ephor.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of policies, resources and recorded answers that Ephor is measured against. Thread-safe; files are read
 * once.
 */
public final class Corpus {
    private final Path root;
    private final Map<String, List<String>> documents = new ConcurrentHashMap<>();

    public Corpus(Path root) {
        this.root = root;
    }

    /**
     * Finds the corpus: the system property or environment variable {@code EPHOR_CORPUS}, else a folder {@code
     * shared/corpus} in the working directory or the repository, or in a folder above them.
     */
    static Optional<Corpus> find(Path repository) {
        String named = System.getProperty("EPHOR_CORPUS", System.getenv("EPHOR_CORPUS"));
        if (named != null && !named.isEmpty()) {
            return Optional.of(new Corpus(Path.of(named)));
        }
        return above(Path.of("")).or(() -> above(repository));
    }

    private static Optional<Corpus> above(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/corpus");
            if (Files.isDirectory(candidate)) {
                return Optional.of(new Corpus(candidate));
            }
        }
        return Optional.empty();
    }

    /** Returns the folder below which references are resolved. */
    public Path root() {
        return root;
    }

    /** Returns a file or folder of the corpus. */
    public Path path(String relative) {
        return root.resolve(relative);
    }

    /** Returns the text of a file of the corpus. */
    public String text(String relative) throws IOException {
        return Files.readString(path(relative), StandardCharsets.UTF_8);
    }

    /**
     * Returns the text of one document of a file.
     *
     * @param reference {@code path#document}, the document counted from 0; without a number the first
     * @throws IOException if there is no such file or document
     */
    public String document(String reference) throws IOException {
        int mark = reference.lastIndexOf('#');
        String path = mark < 0 ? reference : reference.substring(0, mark);
        int number = mark < 0 ? 0 : Integer.parseInt(reference.substring(mark + 1));
        List<String> all = documents(path);
        if (number >= all.size()) {
            throw new IOException(reference + ": the file has " + all.size() + " documents");
        }
        return all.get(number);
    }

    /**
     * Returns the text of one part of a file, counted as the recordings below {@code patterns/} count: parts without
     * content count too.
     *
     * @param reference {@code path#part}, the part counted from 0
     * @throws IOException if there is no such file or part
     */
    public String part(String reference) throws IOException {
        int mark = reference.lastIndexOf('#');
        int number = Integer.parseInt(reference.substring(mark + 1));
        List<String> all = parts(text(reference.substring(0, mark)));
        if (number >= all.size()) {
            throw new IOException(reference + ": the file has " + all.size() + " parts");
        }
        return all.get(number);
    }

    /** Returns the texts of the documents of a file, without those that hold only comments and blanks. */
    public List<String> documents(String path) throws IOException {
        List<String> known = documents.get(path);
        if (known == null) {
            known = split(text(path));
            documents.put(path, known);
        }
        return known;
    }

    /** Splits a text at its lines that start with {@code ---}; documents of only comments and blanks are left out. */
    public static List<String> split(String text) {
        List<String> documents = parts(text);
        documents.removeIf(Corpus::isBlank);
        return documents;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (isSeparator(line)) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(line);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static boolean isSeparator(String line) {
        return line.startsWith("---") && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    private static boolean isBlank(String document) {
        return document.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }
}
