package io.ephor.test;

import io.ephor.Diagnostic;
import io.ephor.Severity;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong while a test was read and run. Not thread-safe. */
final class Faults {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void error(String code, String message, SourceRange range) {
        diagnostics.add(Diagnostic.error(code, message, range).build());
    }

    void error(String code, String message, SourceDocument document, String pointer) {
        add(Diagnostic.error(code, message, document.locate(pointer)), document, pointer);
    }

    /** Reports a fault of the key of a field. */
    void errorAtKey(String code, String message, SourceDocument document, String pointer) {
        add(Diagnostic.error(code, message, document.locateKey(pointer)), document, pointer);
    }

    void warning(String code, String message, SourceDocument document, String pointer) {
        add(Diagnostic.warning(code, message, document.locate(pointer)), document, pointer);
    }

    private void add(Diagnostic.Builder builder, SourceDocument document, String pointer) {
        Diagnostic placed = builder.pointer(pointer).build();
        diagnostics.add(builder.sourceLine(document.line(placed.range().line())).build());
    }

    void addAll(List<Diagnostic> found) {
        diagnostics.addAll(found);
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }
}
