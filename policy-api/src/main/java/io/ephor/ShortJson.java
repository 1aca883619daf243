package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import java.util.Map;
import java.util.Objects;

/** Writes values on one line for people, of large ones only the beginning. */
final class ShortJson {
    private static final int LONGEST = 120;
    /** More chars than this are certainly more code points than a line has. */
    private static final int MOST_CHARS = 2 * (LONGEST + 1);

    private final StringBuilder text = new StringBuilder();

    private ShortJson() {}

    /** Returns a value as JSON; of one that is longer than a line, the beginning and three dots. */
    static String of(JsonNode value) {
        ShortJson json = new ShortJson();
        json.write(value);
        return cut(json.text.toString(), LONGEST);
    }

    /** Returns a text, of one that is too long the beginning and three dots. */
    static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** Returns kind, namespace and name of an object, such as {@code Pod shop/till}. */
    static String name(JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        String namespace = text(metadata, "namespace");
        String kind = text(resource, "kind");
        String name = (kind.isEmpty() ? "resource" : kind) + " " + (namespace.isEmpty() ? "" : namespace + "/")
                + text(metadata, "name");
        return cut(name.strip(), LONGEST);
    }

    private static String text(JsonNode object, String field) {
        return Objects.requireNonNullElse(object.path(field).textValue(), "");
    }

    /** INVARIANT: every level writes a character, so that no value is deeper for this method than MOST_CHARS. */
    private void write(JsonNode value) {
        if (text.length() > MOST_CHARS) {
            return;
        }
        if (value.isObject()) {
            char before = '{';
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (text.length() > MOST_CHARS) {
                    return;
                }
                text.append(before);
                quote(field.getKey());
                text.append(':');
                write(field.getValue());
                before = ',';
            }
            text.append(before == '{' ? "{}" : "}");
        } else if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size() && text.length() <= MOST_CHARS; i++) {
                text.append(i == 0 ? "" : ",");
                write(value.get(i));
            }
            text.append(']');
        } else if (value.isTextual()) {
            quote(value.textValue());
        } else if (value.isNumber()) {
            text.append(cut(JsonNumber.jsonText(value), LONGEST));
        } else {
            text.append(word(value));
        }
    }

    /** A host can put nodes into a tree that JSON has no text for. */
    private static String word(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case MISSING -> "(absent)";
            default -> "(no JSON)";
        };
    }

    private void quote(String written) {
        text.append('"');
        int end = Math.min(written.length(), MOST_CHARS);
        for (int i = 0; i < end; i++) {
            char c = written.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? ' ' : c);
            }
        }
        text.append('"');
    }
}
