package io.ephor.engine.autogen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shifts the references {@code $(…)} of a message to where their targets are in the derived rule.
 *
 * <p>Kyverno: {@code pkg/engine/variables/vars.go}, FindAndShiftReferences. A reference reaches to the last closing
 * parenthesis before a blank, and {@code n} of {@code anyPattern/n} is taken from the first reference for all of them.
 */
final class ReferenceShift {
    private static final String START = "$(";
    private static final String ANY_PATTERN = "anyPattern";
    private static final Pattern REFERENCE = Pattern.compile("^\\$\\([^\\n][^ ]*\\)|[^\\\\]\\$\\([^\\n][^ ]*\\)");

    private ReferenceShift() {}

    /** Returns the message with {@code shift} inserted after every occurrence of the pivot in its references. */
    static String shifted(String message, String shift, String pivot) {
        if (!message.contains(START)) {
            return message;
        }
        String shifted = message;
        String point = pivot;
        for (String found : references(message)) {
            int dollar = found.startsWith(START) ? 0 : found.offsetByCodePoints(0, 1);
            String reference = found.substring(dollar);
            if (point.equals(ANY_PATTERN)) {
                point = withIndex(reference);
            }
            String replacement = found.substring(0, dollar) + reference.replace(point, point + "/" + shift);
            shifted = replacedOnce(shifted, found, replacement);
        }
        return shifted;
    }

    private static List<String> references(String message) {
        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(message);
        while (matcher.find()) {
            references.add(matcher.group());
        }
        return references;
    }

    private static String withIndex(String reference) {
        int start = reference.indexOf(ANY_PATTERN) + ANY_PATTERN.length() + 1;
        if (start > reference.length()) {
            return ANY_PATTERN;
        }
        int end = reference.indexOf('/', start);
        return ANY_PATTERN + "/" + reference.substring(start, end < 0 ? reference.length() : end);
    }

    private static String replacedOnce(String text, String found, String replacement) {
        int at = text.indexOf(found);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + found.length());
    }
}
