package io.ephor.engine.match;

import java.util.Map;

/**
 * Compiled {@code annotations}: every expected pair has to be found by a wildcard on the key and one on the value.
 * Immutable and thread-safe.
 *
 * <p>Kyverno: {@code pkg/utils/match/annotations.go}
 */
public final class CompiledAnnotations {
    private final TextPattern[] keys;
    private final TextPattern[] values;

    private CompiledAnnotations(Map<String, String> expected) {
        this.keys = new TextPattern[expected.size()];
        this.values = new TextPattern[expected.size()];
        int at = 0;
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            keys[at] = TextPattern.of(entry.getKey());
            values[at++] = TextPattern.of(entry.getValue());
        }
    }

    /** Compiles pairs of wildcards. */
    public static CompiledAnnotations compile(Map<String, String> expected) {
        return new CompiledAnnotations(expected);
    }

    /** {@return whether every expected pair is among some annotations} */
    public boolean areAmong(Map<String, String> annotations) {
        return areAmong(new GivenTexts(annotations));
    }

    boolean areAmong(TextMap annotations) {
        for (int i = 0; i < keys.length; i++) {
            if (!isAmong(keys[i], values[i], annotations)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(TextPattern key, TextPattern value, TextMap annotations) {
        if (key.isWild()) {
            return annotations.firstMatch(key, value) != null;
        }
        String found = annotations.value(key.text());
        return found != null && value.matches(found);
    }
}
