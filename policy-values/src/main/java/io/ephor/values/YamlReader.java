package io.ephor.values;

import io.ephor.values.yaml.Utf8Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads YAML and JSON as Kubernetes and Kyverno read them, to JSON values with their places.
 *
 * <p>Plain scalars have the meaning that Go's YAML reader gives them ({@code y}, {@code on} are booleans, {@code 010} is
 * 8, dates are texts), keys become texts, merge keys and aliases are expanded, and numbers are those that come out when
 * the value is written as JSON. A file of several documents is cut at lines of {@code ---} before anything is parsed, so
 * that a fault in one document does not touch the others.
 *
 * <p>JSON text is read by the same rules for values, and may also have what JSON allows and Go's YAML reader does not:
 * the escape {@code \/} and pairs of escaped surrogates.
 *
 * <p>Immutable and safe to share between threads. No method throws for what a text contains.
 *
 * <p>Kyverno: ext/yaml/split.go, sigs.k8s.io/yaml
 */
public final class YamlReader {
    private static final YamlReader LENIENT = new YamlReader(false, YamlLimits.DEFAULT);
    private static final YamlReader STRICT = new YamlReader(true, YamlLimits.DEFAULT);

    private final boolean strict;
    private final YamlLimits limits;

    private YamlReader(boolean strict, YamlLimits limits) {
        this.strict = strict;
        this.limits = limits;
    }

    /** {@return a reader for which the last of several equal keys wins, as for resources} */
    public static YamlReader lenient() {
        return LENIENT;
    }

    /** {@return a reader for which every duplicate key is a fault, as for policies} */
    public static YamlReader strict() {
        return STRICT;
    }

    /**
     * {@return a reader with other limits}
     *
     * @param other the limits
     */
    public YamlReader withLimits(YamlLimits other) {
        return new YamlReader(strict, Objects.requireNonNull(other, "limits"));
    }

    /**
     * Reads every document of a file.
     *
     * @param name the name of the file, for people
     * @param text what the file contains
     * @return an outcome for each document that is more than comments and blank lines, in their order; never null
     */
    public List<YamlOutcome> readAll(String name, String text) {
        return readAll(name, Utf8Text.of(text));
    }

    /**
     * Reads every document of a file from its bytes, which must be UTF-8, with or without a byte order mark.
     *
     * @param name the name of the text, for people; usually a file name
     * @param utf8 the text in UTF-8
     * @return an outcome for each document that is more than comments and blank lines, in their order
     */
    public List<YamlOutcome> readAll(String name, byte[] utf8) {
        return readAll(name, Utf8Text.decode(utf8));
    }

    /**
     * Reads the only document of a text. A text without content is the value null; a text with several documents is a
     * fault.
     *
     * @param name the name of the text, for people; usually a file name
     * @param text YAML or JSON
     * @return the document, or what is wrong with it
     */
    public YamlOutcome read(String name, String text) {
        return only(name, readAll(name, text));
    }

    /**
     * Reads the only document of a text from its bytes, which must be UTF-8, with or without a byte order mark.
     *
     * @param name the name of the text, for people; usually a file name
     * @param utf8 the text in UTF-8
     * @return the document, or what is wrong with it
     */
    public YamlOutcome read(String name, byte[] utf8) {
        Utf8Text text = Utf8Text.decode(utf8);
        return only(name, readAll(name, text));
    }

    /**
     * Reads the first document of a text and takes no notice of what follows it, as Kyverno's function {@code parse_yaml}
     * does. The text is not cut at lines of {@code ---}: the document may start with {@code --- text}.
     *
     * @param name the name of the text, for people; usually a file name
     * @param text YAML or JSON
     * @return the document, or what is wrong with it
     */
    public YamlOutcome readFirst(String name, String text) {
        SourceText source = new SourceText(name, text);
        return readDocument(source, source.contentStart(), text.length(), false);
    }

    private List<YamlOutcome> readAll(String name, Utf8Text decoded) {
        String text = decoded.text();
        SourceText source = new SourceText(name, text);
        DocumentSplitter documents = new DocumentSplitter(text);
        List<YamlOutcome> outcomes = new ArrayList<>();
        while (documents.next()) {
            int broken = decoded.brokenIn(documents.start(), documents.end());
            if (broken >= 0) {
                outcomes.add(faulty(source, "yaml-invalid-utf8", broken, broken + 1, "the bytes are not UTF-8"));
            } else if (documents.badSeparator() >= 0) {
                int start = documents.badSeparator();
                String message =
                        "a line that starts with `---` separates documents and can only hold a comment after it";
                outcomes.add(faulty(source, "yaml-separator", start, start + 3, message));
            } else {
                int start = documents.start() + (text.startsWith("\uFEFF", documents.start()) ? 1 : 0);
                outcomes.add(readDocument(source, start, documents.end(), true));
            }
        }
        return outcomes;
    }

    private YamlOutcome only(String name, List<YamlOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return readFirst(name, "");
        }
        if (outcomes.size() == 1) {
            return outcomes.get(0);
        }
        YamlFault fault = new YamlFault(
                "yaml-several-documents",
                outcomes.get(1).at(),
                "one document is expected here, and there are " + outcomes.size());
        return new YamlOutcome.Faulty(List.of(fault), null);
    }

    private YamlOutcome readDocument(SourceText source, int start, int end, boolean byLines) {
        return new DocumentReader(source, start, end, byLines, limits, strict).read();
    }

    private static YamlOutcome faulty(SourceText source, String code, int start, int end, String message) {
        YamlFault fault = new YamlFault(code, source.range(start, end), message);
        return new YamlOutcome.Faulty(List.of(fault), null);
    }
}
