package io.ephor.engine.variables;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replaces the variables of a text by something else than their values.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, ReplaceAllVars
 */
public final class VariableReplacement {
    private VariableReplacement() {}

    /**
     * Replaces each variable of a text once. One that stands directly behind another is left.
     *
     * @param text the text
     * @param replacement what becomes of a variable with its braces
     * @return the text with replacements
     */
    public static String replaced(String text, UnaryOperator<String> replacement) {
        List<TextMatch> matches = VariableScanner.pass(text);
        if (matches.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int done = 0;
        for (TextMatch match : matches) {
            replaced.append(text, done, match.from());
            appendPrefix(replaced, match);
            replaced.append(replacement.apply(match.found(text)));
            done = match.end();
        }
        return replaced.append(text, done, text.length()).toString();
    }

    /** Of a character outside ASCII Kyverno takes the first byte for a whole one. */
    private static void appendPrefix(StringBuilder replaced, TextMatch match) {
        int prefix = match.prefix();
        if (prefix == TextMatch.NONE) {
            return;
        }
        int first = switch (match.strayBytes()) {
            case 0 -> prefix;
            case 1 -> 0xC0 | prefix >> 6;
            case 2 -> 0xE0 | prefix >> 12;
            default -> 0xF0 | prefix >> 18;
        };
        replaced.appendCodePoint(first);
    }
}
