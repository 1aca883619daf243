package io.ephor.test;

import io.ephor.Diagnostic;
import io.ephor.UserInfo;
import io.ephor.values.SourceRange;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the files that say under which circumstances policies are asked, for programs that run no test. */
public final class RequestFiles {
    private RequestFiles() {}

    /**
     * Reads a file of kind {@code Values}.
     *
     * @param file its name in diagnostics
     * @param utf8 the bytes of the file
     * @param found is given everything that is wrong with the file
     * @return the variables, or null where the file has errors
     */
    public static @Nullable TestValues values(Path file, byte[] utf8, Consumer<Diagnostic> found) {
        return read(file, utf8, found, (document, faults) -> new ValuesReader(document, faults).readFile());
    }

    /**
     * Reads a file of kind {@code UserInfo}; one that does not say that it is of this kind is taken with a warning.
     *
     * @param file its name in diagnostics
     * @param utf8 the bytes of the file
     * @param found is given everything that is wrong with the file
     * @return who makes the request, or null where the file has errors
     */
    public static @Nullable UserInfo user(Path file, byte[] utf8, Consumer<Diagnostic> found) {
        return read(file, utf8, found, UserReader::readLeniently);
    }

    private static <T> @Nullable T read(
            Path file, byte[] utf8, Consumer<Diagnostic> found, BiFunction<SourceDocument, Faults, T> reader) {
        Faults faults = new Faults();
        List<SourceDocument> documents = SourceDocument.readStrictly(new TestFiles.TextFile(file, utf8), faults);
        T value = documents.size() == 1 ? reader.apply(documents.get(0), faults) : null;
        if (value == null && !faults.hasErrors()) {
            SourceRange start = new SourceRange(file.toString(), 1, 1, 1, 1);
            faults.error("wrong-documents", "expected one document, found " + documents.size(), start);
        }
        faults.diagnostics().forEach(found);
        return faults.hasErrors() ? null : value;
    }
}
