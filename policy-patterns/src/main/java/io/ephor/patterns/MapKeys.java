package io.ephor.patterns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a pattern's map in Go's order, and which of them lead to labels and annotations. A key is named by its
 * text or by what its anchor holds; where several are, Kyverno leaves the choice to chance, and the first is taken.
 */
record MapKeys(
        List<String> texts,
        @Nullable String metadata,
        @Nullable String labels,
        @Nullable String annotations) {
    static MapKeys of(ObjectNode map) {
        List<String> texts = new ArrayList<>(map.size());
        map.fieldNames().forEachRemaining(texts::add);
        if (texts.size() > 1) {
            texts.sort(KeyOrder.INSTANCE);
        }
        String metadata = null;
        String labels = null;
        String annotations = null;
        for (String text : texts) {
            switch (key(text)) {
                case "metadata" -> metadata = metadata == null ? text : metadata;
                case "labels" -> labels = labels == null ? text : labels;
                case "annotations" -> annotations = annotations == null ? text : annotations;
                default -> {}
            }
        }
        return new MapKeys(texts, metadata, labels, annotations);
    }

    private static String key(String text) {
        Anchor anchor = Anchor.parse(text);
        return anchor == null ? text : anchor.key();
    }

    /** Returns {@code labels} or {@code annotations} when the key leads there, else null. */
    @Nullable
    String tag(String text) {
        if (text.equals(labels)) {
            return "labels";
        }
        return text.equals(annotations) ? "annotations" : null;
    }
}
