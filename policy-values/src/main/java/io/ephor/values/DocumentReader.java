package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

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

    /**
     * Reads the document.
     *
     * @throws YamlException if it has a fault other than duplicate keys
     */
    YamlOutcome read() {
        if (text.length() > limits.codePoints() && text.codePointCount(0, text.length()) > limits.codePoints()) {
            String message = "a document is longer than the limit of " + limits.codePoints() + " characters";
            throw new YamlException("yaml-too-large", source.range(start, start), message);
        }
        if (JsonText.mayBe(text)) {
            TreeBuilder tree = new TreeBuilder(limits, strict, text.length(), this::range);
            if (new JsonText(text, limits, tree).read()) {
                return outcome(tree);
            }
        }
        return readYaml();
    }

    private YamlOutcome readYaml() {
        int forbidden = text.startsWith("\uFEFF") ? 0 : YamlCharacters.firstForbidden(text);
        if (forbidden < text.length()) {
            String message = String.format(
                    Locale.ROOT,
                    "the character U+%04X cannot stand in a text; in double quotes it can be escaped",
                    (int) text.charAt(forbidden));
            throw new YamlException("yaml-invalid-character", range(forbidden, forbidden + 1), message);
        }
        TreeBuilder tree = new TreeBuilder(limits, strict, text.length(), this::range);
        new YamlText(text, limits, tree, this::range).read();
        return outcome(tree);
    }

    private YamlOutcome outcome(TreeBuilder tree) {
        JsonNode value = tree.finish();
        Places places = tree.places();
        places.rebase(start);
        YamlDocument document = new YamlDocument(source, value, places);
        List<YamlFault> duplicates = tree.duplicates();
        return duplicates.isEmpty() ? new YamlOutcome.Read(document) : new YamlOutcome.Faulty(duplicates, document);
    }

    private SourceRange range(int from, int to) {
        return source.range(start + from, start + to);
    }
}
