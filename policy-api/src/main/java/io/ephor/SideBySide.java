package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes a line of a policy, and the line of a resource beside it, each with its number. */
final class SideBySide {
    private static final int WIDTH = 56;

    private final @Nullable IntFunction<String> policy;
    private final @Nullable YamlDocument resource;

    /**
     * @param policy the lines of the policy, or null where they are not known
     * @param resource the document of the resource, or null where it has none
     */
    SideBySide(@Nullable IntFunction<String> policy, @Nullable YamlDocument resource) {
        this.policy = policy;
        this.resource = resource;
    }

    /** Writes the line of the policy alone. */
    void policy(SourceRange place, String indent, StringBuilder text) {
        text.append(indent).append("  ").append(left(place)).append('\n');
    }

    /**
     * Writes both lines.
     *
     * @param at the JSON pointer of the value in the resource; null where it is not known
     * @param found the value, which is shown where there is no line
     */
    void both(SourceRange place, @Nullable String at, JsonNode found, String indent, StringBuilder text) {
        String left = left(place);
        text.append(indent).append("  ").append(left);
        text.append(" ".repeat(Math.max(0, WIDTH - left.codePointCount(0, left.length()))));
        text.append("   ")
                .append(at == null || resource == null ? value(at, found) : right(at, found, resource))
                .append('\n');
    }

    private String left(SourceRange place) {
        return policy == null ? place.toString() : numbered(place.line(), policy.apply(place.line()));
    }

    /** Of a value that is absent the nearest parent has a line, which alone would say nothing. */
    private static String right(String at, JsonNode found, YamlDocument document) {
        int line = document.locate(at).line();
        return numbered(line, found.isMissingNode() ? "(absent: " + at + ")" : document.line(line));
    }

    private static String value(@Nullable String at, JsonNode found) {
        String shown = found.isMissingNode() ? "(absent)" : ShortJson.of(found);
        return at == null ? shown : (at.isEmpty() ? "/" : at) + ": " + shown;
    }

    private static String numbered(int number, String line) {
        String prefix = " ".repeat(Math.max(0, 4 - String.valueOf(number).length())) + number + " | ";
        return prefix + ShortJson.cut(line.strip(), WIDTH - prefix.length());
    }
}
