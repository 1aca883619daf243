package io.ephor.values;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parser's complaints in the words of this library. */
final class ParserMessages {
    private static final int MOST = 200;

    private ParserMessages() {}

    static String inOurWords(@Nullable String problem) {
        if (problem == null || problem.isEmpty()) {
            return "the text cannot be read from here on";
        }
        if (problem.contains("(TAB)")) {
            return "a tab cannot be used here; YAML is indented by spaces";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "a `: ` cannot stand here; a text that contains it needs quotes";
        }
        String text = problem.length() > MOST ? problem.substring(0, MOST) + "…" : problem;
        text = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        text = text.replace("\n", " ").replace('\'', '`').replaceAll("[<>]", "`");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
