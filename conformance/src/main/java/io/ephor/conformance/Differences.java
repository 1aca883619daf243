package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Shows the first differences of a run to people and writes all of them to a file. */
final class Differences implements Closeable {
    private static final int SHOWN = 20;
    private static final int SHOWN_LENGTH = 600;

    private final PrintStream out;
    private final AnswerFile file;
    private int count;

    private Differences(PrintStream out, AnswerFile file) {
        this.out = out;
        this.file = file;
    }

    static Differences open(PrintStream out, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Differences(out, AnswerFile.create(file));
    }

    void add(String description, @Nullable JsonNode content, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        count++;
        ObjectNode row = SuiteRun.object().put("description", description);
        if (content != null) {
            row.set("content", content);
        }
        if (expected != null) {
            row.set("expected", expected);
        }
        if (actual != null) {
            row.set("actual", actual);
        }
        file.write(Json.write(row));
        if (count <= SHOWN) {
            out.println("- " + cut(description));
            show("content ", count > 3 && expected != null ? null : content);
            show("expected", expected);
            show("actual  ", actual);
        }
    }

    private void show(String label, @Nullable JsonNode value) {
        if (value != null) {
            out.println("    " + label + " " + cut(Json.write(value)));
        }
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
    }

    /** Prints a line about the run as a whole. */
    void say(String line) {
        out.println(line);
    }

    int count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
