package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.yaml.Places;
import io.ephor.values.yaml.PointerWalk;
import io.ephor.values.yaml.ScalarSpan;

/**
 * A document of YAML or JSON: its value, and where each part of the value stands in the text.
 *
 * <p>Immutable and safe to share between threads, as long as nobody writes to {@link #value()}. Parts of the value may be
 * one and the same node where the text has aliases.
 *
 * <pre>{@code
 * YamlDocument document = YamlDocument.parse("pod.yaml", text);
 * JsonNode image = document.value().at("/spec/containers/0/image");
 * SourceRange place = document.locate("/spec/containers/0/image");      // pod.yaml:14:9
 * }</pre>
 */
public final class YamlDocument {
    private final SourceText source;
    private final JsonNode value;
    private final Places places;

    YamlDocument(SourceText source, JsonNode value, Places places) {
        this.source = source;
        this.value = value;
        this.places = places;
    }

    /**
     * Parses a text that holds one document, leniently: the last of several equal keys wins. A text without content is
     * the value null.
     *
     * @param name the name of the text, for people; usually a file name
     * @param text YAML or JSON
     * @return the document
     * @throws YamlException if the text cannot be read, goes over {@link YamlLimits#DEFAULT}, or holds several documents
     * @see YamlReader
     */
    public static YamlDocument parse(String name, String text) {
        return YamlReader.lenient().read(name, text).orThrow();
    }

    /** {@return the name under which the text was read} */
    public String name() {
        return source.name();
    }

    /** {@return the value; a null node when the document is empty} Nobody may write to it. */
    public JsonNode value() {
        return value;
    }

    /** {@return the range of the whole value} */
    public SourceRange range() {
        return valueRange(Places.ROOT);
    }

    /**
     * Returns where a value stands. What an alias or a merge key brought in stands where it was written; the value of an
     * alias itself stands at the alias.
     *
     * @param pointer a JSON pointer (RFC 6901) into {@link #value()}; empty for all of it
     * @return the place of the value, or of its nearest parent that exists
     */
    public SourceRange locate(String pointer) {
        return valueRange(new PointerWalk(places, pointer).nearest());
    }

    /**
     * Returns where the key of a field stands.
     *
     * @param pointer a JSON pointer to the field
     * @return the place of the key; where there is none, as for an element of a list, the place of the value
     */
    public SourceRange locateKey(String pointer) {
        PointerWalk walk = new PointerWalk(places, pointer);
        int entry = walk.nearest();
        return walk.arrived() && places.hasKey(entry)
                ? trimmed(places.keyStart(entry), places.keyEnd(entry))
                : valueRange(entry);
    }

    /**
     * Returns where a part of a text stands, as far as quotes, escapes and folded lines let it be found.
     *
     * @param pointer a JSON pointer to a text
     * @param from the offset of the first char of the part in the text's value
     * @param to the offset after its last char
     * @return the place of the part, or of the whole value when the part cannot be told
     */
    public SourceRange locate(String pointer, int from, int to) {
        PointerWalk walk = new PointerWalk(places, pointer);
        int entry = places.resolve(walk.nearest());
        String part = walk.arrived() ? value.at(pointer).textValue() : null;
        if (part == null || from < 0 || to < from || to > part.length()) {
            return valueRange(entry);
        }
        ScalarSpan span = ScalarSpan.find(source.text(), places.start(entry), places.end(entry), part, from, to);
        return span == null ? valueRange(entry) : source.range(span.start(), span.end());
    }

    /**
     * Returns a line of the file that the document was read from, without its line break.
     *
     * @param number the number of the line, from 1
     * @return the line; empty when the file has no such line
     */
    public String line(int number) {
        return source.line(number);
    }

    private SourceRange valueRange(int entry) {
        return trimmed(places.start(entry), places.end(entry));
    }

    /** The parser sees the end of a block only at what follows it. */
    private SourceRange trimmed(int start, int end) {
        int last = Math.min(end, source.text().length());
        while (last > start && Character.isWhitespace(source.text().charAt(last - 1))) {
            last--;
        }
        return source.range(start, last);
    }
}
