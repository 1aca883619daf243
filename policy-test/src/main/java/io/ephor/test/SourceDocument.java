package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlFault;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** One document of a file, with its places. Immutable. */
final class SourceDocument {
    private final YamlDocument document;

    private SourceDocument(YamlDocument document) {
        this.document = document;
    }

    /** Reads the documents of a text as Kubernetes reads resources; those that cannot be read are left out. */
    static List<SourceDocument> all(String name, String text) {
        return documents(YamlReader.lenient().readAll(name, text), new Faults());
    }

    /** Reads the resources of a file; of several equal keys the last wins. */
    static List<SourceDocument> readResources(TestFiles.TextFile file, Faults faults) {
        return documents(YamlReader.lenient().readAll(file.path().toString(), file.utf8()), faults);
    }

    /** Reads the documents of a file in which several equal keys are a fault. */
    static List<SourceDocument> readStrictly(TestFiles.TextFile file, Faults faults) {
        return documents(YamlReader.strict().readAll(file.path().toString(), file.utf8()), faults);
    }

    private static List<SourceDocument> documents(List<YamlOutcome> outcomes, Faults faults) {
        List<SourceDocument> documents = new ArrayList<>();
        for (YamlOutcome outcome : outcomes) {
            if (outcome instanceof YamlOutcome.Read read) {
                documents.add(new SourceDocument(read.document()));
            } else if (outcome instanceof YamlOutcome.Faulty faulty) {
                for (YamlFault fault : faulty.faults()) {
                    faults.error(fault.code(), fault.message(), fault.at());
                }
            }
        }
        return documents;
    }

    JsonNode value() {
        return document.value();
    }

    /** Returns the place of a value, or of its nearest parent that exists. */
    SourceRange locate(String pointer) {
        return document.locate(pointer);
    }

    /** Returns the place of the key of a field. */
    SourceRange locateKey(String pointer) {
        return document.locateKey(pointer);
    }

    String line(int number) {
        return document.line(number);
    }

    /** Says whether a place is in this document. */
    boolean contains(SourceRange place) {
        SourceRange all = document.range();
        return place.line() >= all.line() && place.line() <= all.endLine();
    }
}
