package io.ephor.engine.autogen;

import io.ephor.engine.variables.ReferenceScanner;
import io.ephor.engine.variables.TextMatch;

/**
 * Shifts the references {@code $(…)} of a message to where their targets are in the derived rule.
 *
 * <p>Kyverno: {@code pkg/engine/variables/vars.go}, FindAndShiftReferences. The {@code n} of {@code anyPattern/n} is taken
 * from the first reference for all of them.
 */
public final class ReferenceShift {
    private static final String ANY_PATTERN = "anyPattern";

    private final String message;
    private final String shift;
    private String pivot;

    private ReferenceShift(String message, String shift, String pivot) {
        this.message = message;
        this.shift = shift;
        this.pivot = pivot;
    }

    /**
     * Shifts the references of a message.
     *
     * @param message the message
     * @param shift the steps that are inserted, such as {@code spec/template}
     * @param pivot the step behind which they are inserted: {@code pattern} or {@code anyPattern}
     * @return the message with {@code shift} inserted behind every occurrence of the pivot in its references
     */
    public static String shifted(String message, String shift, String pivot) {
        return message.contains(ReferenceScanner.OPEN) ? new ReferenceShift(message, shift, pivot).shifted() : message;
    }

    private String shifted() {
        StringBuilder shifted = new StringBuilder(message.length() + 64);
        int done = 0;
        for (TextMatch reference : ReferenceScanner.matches(message)) {
            shifted.append(message, done, reference.start());
            shifted.append(shifted(message.substring(reference.start(), reference.end())));
            done = reference.end();
        }
        return shifted.append(message, done, message.length()).toString();
    }

    private String shifted(String reference) {
        if (pivot.equals(ANY_PATTERN)) {
            pivot = withIndex(reference);
        }
        return reference.replace(pivot, pivot + "/" + shift);
    }

    private static String withIndex(String reference) {
        int start = reference.indexOf(ANY_PATTERN) + ANY_PATTERN.length() + 1;
        if (start > reference.length()) {
            return ANY_PATTERN;
        }
        int end = reference.indexOf('/', start);
        return ANY_PATTERN + "/" + reference.substring(start, end < 0 ? reference.length() : end);
    }
}
