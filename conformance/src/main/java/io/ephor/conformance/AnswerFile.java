package io.ephor.conformance;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes Ephor's own answers, compressed where the name of the file ends in {@code .gz}. */
final class AnswerFile implements Closeable {
    private final Writer writer;

    private AnswerFile(Writer writer) {
        this.writer = writer;
    }

    static AnswerFile create(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        OutputStream output = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
        return new AnswerFile(new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
    }

    void write(String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
