package io.ephor.patterns;

import com.fasterxml.jackson.core.util.InternCache;
import io.ephor.patterns.Anchor.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The name of a key in a pattern's map.
 *
 * @param text the key with its anchor, as it is written or as it was expanded
 * @param source the key as it is written in the pattern
 * @param modifier the anchor, null where the key is looked up as it is
 * @param key the key that is looked up in the value; interned, as Jackson's parser interns the names of fields, so that
 *     most look-ups end at the same object
 */
record KeyName(String text, String source, @Nullable Modifier modifier, String key) {
    static KeyName of(String text, String source) {
        Anchor anchor = Anchor.parse(text);
        // Kyverno: validation knows no addition anchor, so it asks for a key with this very name
        if (anchor == null || anchor.modifier() == Modifier.ADDITION) {
            return new KeyName(text, source, null, InternCache.instance.intern(text));
        }
        return new KeyName(text, source, anchor.modifier(), InternCache.instance.intern(anchor.key()));
    }

    boolean anchored() {
        return modifier != null;
    }

    /** Whether the key is looked at before those that are plain or global. */
    boolean early() {
        return modifier != null && modifier != Modifier.GLOBAL;
    }

    /** Whether a value that has the key nowhere turns a failure into an error. */
    boolean tracked() {
        return modifier == Modifier.CONDITIONAL || modifier == Modifier.EXISTENCE;
    }
}
