package io.ephor.engine.read;

import io.ephor.Diagnostic;
import java.util.List;

/**
 * What a text holds.
 *
 * @param documents the documents that could be read as YAML, in the order of the text, each with its own faults
 * @param unreadable the faults of what is no document: YAML that cannot be read
 */
public record ReadResult(List<PolicyDocument> documents, List<Diagnostic> unreadable) {
    public ReadResult {
        documents = List.copyOf(documents);
        unreadable = List.copyOf(unreadable);
    }
}
