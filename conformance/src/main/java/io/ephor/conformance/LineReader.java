package io.ephor.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a file in UTF-8, plain or compressed with gzip, whatever its name. Lines end at a line feed only:
 * the recorded texts hold carriage returns and Unicode's own line separators.
 */
final class LineReader implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream input;

    private LineReader(InputStream input) {
        this.input = input;
    }

    static LineReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        bytes.mark(2);
        boolean compressed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return new LineReader(compressed ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes);
    }

    /** Returns the next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        int first = input.read();
        if (first < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = first; next >= 0 && next != '\n'; next = input.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
