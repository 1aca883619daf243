package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The headers of a request as Go sends them: under one spelling of a name, in the order in which they were added. */
final class HeaderNames {
    private static final String SYMBOLS = "!#$%&'*+-.^_`|~";

    private HeaderNames() {}

    static Map<String, List<String>> headers(JsonNode stated) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (JsonNode header : stated) {
            String name =
                    canonical(Objects.requireNonNullElse(header.path("key").textValue(), ""));
            String value = Objects.requireNonNullElse(header.path("value").textValue(), "");
            headers.computeIfAbsent(name, added -> new ArrayList<>()).add(value);
        }
        return headers;
    }

    /** Returns a name with capitals at its start and after hyphens; one with other characters than names have as it is. */
    private static String canonical(String name) {
        StringBuilder canonical = new StringBuilder(name.length());
        boolean capital = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && SYMBOLS.indexOf(c) < 0) {
                return name;
            }
            boolean change = isLetter(c) && (capital ? c >= 'a' : c < 'a');
            canonical.append(change ? (char) (c ^ ' ') : c);
            capital = c == '-';
        }
        return canonical.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
