package io.ephor.engine.match;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One compiled pair of {@code matchLabels}. Immutable and thread-safe.
 *
 * <p>With a wildcard it stands for the first pair of the labels that it matches, or for its own text with {@code 0} for
 * every wildcard. What it then stands for has to be a sound requirement.
 *
 * <p>Kyverno: {@code pkg/engine/wildcards/wildcards.go}
 */
final class LabelPair {
    private final TextPattern key;
    private final TextPattern value;
    private final boolean sound;

    LabelPair(String key, String value) {
        this.key = TextPattern.of(key);
        this.value = TextPattern.of(value);
        this.sound = LabelSyntax.isKey(key) && (this.value.isWild() || LabelSyntax.isValue(value));
    }

    boolean hasWildKey() {
        return key.isWild();
    }

    /** Says whether labels meet the pair, which has no wildcard in its key. */
    boolean holds(TextMap labels) {
        if (!sound) {
            return false;
        }
        String found = labels.value(key.text());
        return found != null && value.matches(found) && (!value.isWild() || LabelSyntax.isValue(found));
    }

    /** Adds the pair for which this one stands where it meets labels. */
    void resolve(TextMap labels, Map<String, String> resolved) {
        if (!key.isWild() && !value.isWild()) {
            resolved.put(key.text(), value.text());
            return;
        }
        String found = match(labels);
        String text = found == null ? null : labels.value(found);
        if (found == null || text == null) {
            resolved.put(zeroed(key.text()), zeroed(value.text()));
        } else {
            resolved.put(found, text);
        }
    }

    private @Nullable String match(TextMap labels) {
        if (key.isWild()) {
            return labels.firstMatch(key, value);
        }
        String text = labels.value(key.text());
        return text != null && value.matches(text) ? key.text() : null;
    }

    private static String zeroed(String text) {
        return text.replace('*', '0').replace('?', '0');
    }
}
