package io.ephor.values;

import io.ephor.values.yaml.TextFault;
import io.ephor.values.yaml.TextFaultException;
import io.ephor.values.yaml.Tree;
import java.util.List;

/** Reads one document, a part of a file. Used once, by one thread. */
final class DocumentReader {
    private final SourceText source;
    private final int start;
    private final String text;
    private final YamlLimits limits;
    private final boolean strict;

    /** {@code byLines} says that a file was cut into lines, which gives its last line a break as well. */
    DocumentReader(SourceText source, int start, int end, boolean byLines, YamlLimits limits, boolean strict) {
        String whole = source.text();
        String part = start == 0 && end == whole.length() ? whole : whole.substring(start, end);
        this.source = source;
        this.start = start;
        this.text = byLines && !part.endsWith("\n") ? part + "\n" : part;
        this.limits = limits;
        this.strict = strict;
    }

    YamlOutcome read() {
        if (text.length() > limits.codePoints() && text.codePointCount(0, text.length()) > limits.codePoints()) {
            String message = "a document is longer than the limit of " + limits.codePoints() + " characters";
            return refused(new TextFault("yaml-too-large", 0, 0, message));
        }
        try {
            return outcome(Tree.read(text, limits.ofTree(), strict));
        } catch (TextFaultException fault) {
            return refused(fault.fault());
        }
    }

    private YamlOutcome outcome(Tree tree) {
        tree.places().rebase(start);
        YamlDocument document = new YamlDocument(source, tree.value(), tree.places());
        if (tree.duplicates().isEmpty()) {
            return new YamlOutcome.Read(document);
        }
        List<YamlFault> duplicates =
                tree.duplicates().stream().map(this::inFile).toList();
        return new YamlOutcome.Faulty(duplicates, document);
    }

    private YamlOutcome refused(TextFault fault) {
        return new YamlOutcome.Faulty(List.of(inFile(fault)), null);
    }

    private YamlFault inFile(TextFault fault) {
        return new YamlFault(fault.code(), source.range(start + fault.start(), start + fault.end()), fault.message());
    }
}
