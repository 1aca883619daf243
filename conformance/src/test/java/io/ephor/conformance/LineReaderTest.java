package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    @TempDir
    Path folder;

    @Test
    void splitsAtLineFeedsOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("rows"), "a\rb\u2028c\u0085d\n\nlast");

        try (LineReader reader = LineReader.open(file)) {
            assertThat(reader.next()).isEqualTo("a\rb\u2028c\u0085d");
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEqualTo("last");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void readsCompressedFilesWhateverTheirName() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(file))) {
            output.write("a\nb\n".getBytes(StandardCharsets.UTF_8));
        }

        try (LineReader reader = LineReader.open(file)) {
            assertThat(reader.next()).isEqualTo("a");
            assertThat(reader.next()).isEqualTo("b");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        try (LineReader reader = LineReader.open(Files.createFile(folder.resolve("empty")))) {
            assertThat(reader.next()).isNull();
        }
    }
}
