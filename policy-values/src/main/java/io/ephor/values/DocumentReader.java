package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one document, a part of a file. Used once, by one thread. */
final class DocumentReader {
    private final SourceText source;
    private final int start;
    private final String text;
    private final YamlLimits limits;
    private final boolean strict;

    DocumentReader(SourceText source, int start, int end, YamlLimits limits, boolean strict) {
        String whole = source.text();
        this.source = source;
        this.start = start;
        this.text = start == 0 && end == whole.length() ? whole : whole.substring(start, end);
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
            TreeBuilder tree = new TreeBuilder(limits, strict, text.length(), this::charRange);
            if (new JsonText(text, limits, tree).read()) {
                return outcome(tree, null);
            }
        }
        return readYaml();
    }

    private YamlOutcome readYaml() {
        int forbidden = YamlCharacters.firstForbidden(text);
        if (forbidden < text.length()) {
            String message = String.format(
                    Locale.ROOT,
                    "the character U+%04X cannot stand in a text; in double quotes it can be escaped",
                    (int) text.charAt(forbidden));
            throw new YamlException("yaml-invalid-character", charRange(forbidden, forbidden + 1), message);
        }
        boolean hasPairs = text.codePointCount(0, text.length()) < text.length();
        TreeBuilder.Locator locator = hasPairs ? this::codePointRange : this::charRange;
        TreeBuilder tree = new TreeBuilder(limits, strict, text.length(), locator);
        new YamlText(text, limits, tree, locator).read();
        return outcome(tree, hasPairs ? charOffsets() : null);
    }

    private YamlOutcome outcome(TreeBuilder tree, int @Nullable [] charOffsets) {
        JsonNode value = tree.finish();
        Places places = tree.places();
        places.rebase(charOffsets, start);
        YamlDocument document = new YamlDocument(source, value, places);
        List<YamlFault> duplicates = tree.duplicates();
        return duplicates.isEmpty() ? new YamlOutcome.Read(document) : new YamlOutcome.Faulty(duplicates, document);
    }

    private SourceRange charRange(int from, int to) {
        return source.range(start + from, start + to);
    }

    private SourceRange codePointRange(int from, int to) {
        int[] offsets = charOffsets();
        return charRange(offsets[Math.min(from, offsets.length - 1)], offsets[Math.min(to, offsets.length - 1)]);
    }

    /** Returns the offset in chars of every code point, and of the end. */
    private int[] charOffsets() {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int offset = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
        }
        return offsets;
    }
}
