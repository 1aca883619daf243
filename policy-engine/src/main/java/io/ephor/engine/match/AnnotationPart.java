package io.ephor.engine.match;

import java.util.Map;

/**
 * {@code annotations}: every expected pair has to be found by a wildcard on the key and one on the value.
 *
 * <p>Kyverno: {@code pkg/utils/match/annotations.go}
 */
final class AnnotationPart implements FilterPart {
    private final TextPattern[] keys;
    private final TextPattern[] values;

    AnnotationPart(Map<String, String> annotations) {
        this.keys = new TextPattern[annotations.size()];
        this.values = new TextPattern[annotations.size()];
        int at = 0;
        for (Map.Entry<String, String> entry : annotations.entrySet()) {
            keys[at] = TextPattern.of(entry.getKey());
            values[at++] = TextPattern.of(entry.getValue());
        }
    }

    @Override
    public boolean holds(MatchRequest request) {
        return finds(request.annotations());
    }

    /** Says whether every expected pair is found. */
    boolean finds(TextMap annotations) {
        for (int i = 0; i < keys.length; i++) {
            if (!finds(keys[i], values[i], annotations)) {
                return false;
            }
        }
        return true;
    }

    private static boolean finds(TextPattern key, TextPattern value, TextMap annotations) {
        if (key.isWild()) {
            return annotations.firstMatch(key, value) != null;
        }
        String found = annotations.value(key.text());
        return found != null && value.matches(found);
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "annotations does not match";
    }
}
