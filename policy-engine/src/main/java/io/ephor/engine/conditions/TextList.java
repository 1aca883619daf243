package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.syntax.GoJson;
import io.ephor.jmespath.syntax.GoJsonException;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of texts in which others are looked for: as they are, or as patterns on either side. Immutable and thread-safe.
 */
final class TextList {
    private static final int MOST_WILDCARD_MATCHES = 2_000_000;

    private final List<String> texts;
    private final Set<String> literals;
    private final List<Wildcard> wildcards;

    private TextList(List<String> texts) {
        this.texts = texts;
        this.literals = new HashSet<>(texts);
        this.wildcards = new ArrayList<>();
        for (String text : literals) {
            if (Wildcard.containsWildcard(text)) {
                wildcards.add(Wildcard.compile(text));
            }
        }
    }

    /** Returns the elements of a list as they are printed. */
    static TextList of(JsonNode list, NumberView numbers) {
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            texts.add(GoText.value(element, numbers));
        }
        return new TextList(texts);
    }

    static TextList of(String text) {
        return new TextList(List.of(text));
    }

    /** Returns the texts of a list of texts that is written as JSON, or null where it is another value. */
    static @Nullable TextList ofJson(JsonNode value) {
        if (value.isNull()) {
            return new TextList(List.of());
        }
        if (!value.isArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!element.isTextual() && !element.isNull()) {
                return null;
            }
            texts.add(element.isNull() ? "" : element.textValue());
        }
        return new TextList(texts);
    }

    /** Returns the value of a JSON text, or null where it is none. */
    static @Nullable JsonNode json(String text) {
        if (text.isEmpty() || !mayBeJson(text.charAt(0))) {
            return null;
        }
        try {
            return GoJson.parse(text);
        } catch (GoJsonException exception) {
            return null;
        }
    }

    /** Says whether a JSON text may start so; most texts are told apart here. */
    private static boolean mayBeJson(char first) {
        return "[{\"-0123456789tfn \t\r\n".indexOf(first) >= 0;
    }

    List<String> texts() {
        return texts;
    }

    /** Says whether a text is in the list as it is. */
    boolean holds(String text) {
        return literals.contains(text);
    }

    /** Says whether a text is in the list, where both may be patterns of the other. */
    boolean holdsLike(String text) {
        if (literals.contains(text)) {
            return true;
        }
        for (Wildcard wildcard : wildcards) {
            if (wildcard.matches(text)) {
                return true;
            }
        }
        return Wildcard.containsWildcard(text) && matchesOne(Wildcard.compile(text));
    }

    private boolean matchesOne(Wildcard pattern) {
        for (String text : literals) {
            if (pattern.matches(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Refuses to look for the texts of one list in another where that would never end.
     *
     * @throws ConditionException if the lists are too long for their patterns
     */
    void requireComparable(TextList others) {
        long pairs = (long) wildcards.size() * others.texts.size() + (long) others.wildcards.size() * literals.size();
        if (pairs > MOST_WILDCARD_MATCHES) {
            throw new ConditionException(
                    "lists with patterns are too long to be compared: more than " + MOST_WILDCARD_MATCHES + " pairs",
                    null);
        }
    }
}
