package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of a pattern below which keys can be expanded. An expansion can bring anchors or take them away, and with them
 * the order in which the keys of this map are looked at; so the order is made anew for each value.
 */
final class ExpandableMapNode extends Node {
    private final List<KeyNode> keys;
    private final List<TagNode> tags;

    /**
     * Makes a node.
     *
     * @param keys in the order of their texts
     * @param tags what is expanded when a value comes to this map: labels and annotations under its {@code metadata}
     */
    ExpandableMapNode(List<KeyNode> keys, List<TagNode> tags) {
        this.keys = keys;
        this.tags = tags;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (!(value instanceof ObjectNode object)) {
            return Glance.FAIL;
        }
        expand(object, expansions);
        return MapNode.of(keys, expansions).glance(value, numbers, expansions);
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (value instanceof ObjectNode object) {
            expand(object, frame.expansions());
        }
        return MapNode.of(keys, frame.expansions()).examine(value, frame);
    }

    private void expand(ObjectNode object, Expansions expansions) {
        JsonNode metadata = object.get("metadata");
        if (metadata == null) {
            return;
        }
        for (TagNode tag : tags) {
            tag.expand(metadata, expansions);
        }
    }

    @Override
    boolean anchored(Expansions expansions) {
        for (KeyNode key : keys) {
            if (key.name().anchored() || key.anchoredBelow(expansions)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean expandable() {
        return true;
    }
}
