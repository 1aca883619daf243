package io.ephor.architecture.planted.engine.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReadsFiles {
    private ReadsFiles() {}

    static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
