package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.KeyOrder;
import io.ephor.values.NumberView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The map of {@code labels} or {@code annotations} under {@code metadata} in a pattern, where it changes as soon as a
 * value has such a map: keys with wildcards become keys of the value, and entries that are no strings vanish.
 *
 * <p>Kyverno: {@code pkg/engine/wildcards/wildcards.go}, ExpandInMetadata
 */
final class TagNode extends Node {
    private final String tag;
    private final Node written;
    private final ExpandedTag unexpanded;

    /**
     * @param tag {@code labels} or {@code annotations}
     * @param written the map as it is written
     * @param entries those entries of the map that are strings, in the order of their keys
     */
    TagNode(String tag, Node written, List<ExpandedTag.Entry> entries) {
        this.tag = tag;
        this.written = written;
        this.unexpanded = ExpandedTag.unexpanded(entries);
    }

    Node written() {
        return written;
    }

    /** Returns what the map is for a value that expands no key. */
    ExpandedTag unexpanded() {
        return unexpanded;
    }

    /** Expands the keys if a value's metadata has a map of this name. */
    void expand(JsonNode metadata, Expansions expansions) {
        JsonNode valueTag = metadata instanceof ObjectNode object ? valueTag(object) : null;
        if (valueTag instanceof ObjectNode) {
            expansions.expand(this, valueTag);
        }
    }

    /** Kyverno looks through anchors on this side too. */
    private @Nullable JsonNode valueTag(ObjectNode metadata) {
        JsonNode plain = metadata.get(tag);
        if (plain != null) {
            return plain;
        }
        String first = null;
        for (Map.Entry<String, JsonNode> entry : metadata.properties()) {
            String key = entry.getKey();
            Anchor anchor = Anchor.parse(key);
            boolean named = anchor != null && anchor.key().equals(tag);
            if (named && (first == null || KeyOrder.INSTANCE.compare(key, first) < 0)) {
                first = key;
            }
        }
        return first == null ? null : metadata.get(first);
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        return expansions.current(this).glance(value, numbers, expansions);
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        return frame.expansions().current(this).examine(value, frame);
    }

    @Override
    boolean anchored(Expansions expansions) {
        return expansions.current(this).anchored(expansions);
    }

    @Override
    boolean expandable() {
        return true;
    }
}
