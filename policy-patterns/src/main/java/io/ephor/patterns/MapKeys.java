package io.ephor.patterns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.KeyOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a pattern's map in Go's order, and which of them lead to labels and annotations. A key is named by its
 * text or by what its anchor holds; where several are, Kyverno leaves the choice to chance, and the first is taken.
 */
final class MapKeys {
    private static final String[] NO_TEXTS = {};

    private final KeyName[] names;
    private @Nullable KeyName metadata;
    private @Nullable KeyName labels;
    private @Nullable KeyName annotations;

    private MapKeys(KeyName[] names) {
        this.names = names;
        for (KeyName name : names) {
            switch (holding(name)) {
                case "metadata" -> metadata = metadata == null ? name : metadata;
                case "labels" -> labels = labels == null ? name : labels;
                case "annotations" -> annotations = annotations == null ? name : annotations;
                default -> {}
            }
        }
    }

    static MapKeys of(ObjectNode map) {
        String[] texts = texts(map);
        KeyName[] names = new KeyName[texts.length];
        for (int i = 0; i < texts.length; i++) {
            names[i] = KeyName.of(texts[i], texts[i]);
        }
        return new MapKeys(names);
    }

    /** Returns the keys of a map in Go's order. */
    static String[] texts(ObjectNode map) {
        String[] texts = new String[map.size()];
        int count = 0;
        for (var field : map.properties()) {
            texts[count++] = field.getKey();
        }
        if (count > 1) {
            Arrays.sort(texts, KeyOrder.INSTANCE);
        }
        return count == 0 ? NO_TEXTS : texts;
    }

    /** Returns what a key leads to, which an addition anchor, an ordinary key here, says too. */
    private static String holding(KeyName name) {
        if (name.modifier() != null || name.text().indexOf('(') < 0) {
            return name.key();
        }
        Anchor anchor = Anchor.parse(name.text());
        return anchor == null ? name.key() : anchor.key();
    }

    KeyName[] names() {
        return names;
    }

    boolean isMetadata(KeyName name) {
        return name == metadata;
    }

    /** Returns {@code labels} or {@code annotations} when the key leads there, else null. */
    @Nullable
    String tag(KeyName name) {
        if (name == labels) {
            return "labels";
        }
        return name == annotations ? "annotations" : null;
    }
}
