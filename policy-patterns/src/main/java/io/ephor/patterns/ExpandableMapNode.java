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
    // what the map is, and which keys have anchors below, as long as no expansion changes that
    private final MapNode written;
    private final boolean[] anchoredBelow;

    /**
     * Makes a node.
     *
     * @param keys in the order of their texts
     * @param tags what is expanded when a value comes to this map: labels and annotations under its {@code metadata}
     */
    ExpandableMapNode(List<KeyNode> keys, List<TagNode> tags) {
        this.keys = keys;
        this.tags = tags;
        this.written = MapNode.of(keys, Expansions.NONE);
        this.anchoredBelow = new boolean[keys.size()];
        for (int i = 0; i < anchoredBelow.length; i++) {
            anchoredBelow[i] = keys.get(i).anchoredBelow(Expansions.NONE);
        }
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (!(value instanceof ObjectNode object)) {
            return Glance.FAIL;
        }
        expand(object, expansions);
        return arranged(expansions).glance(value, numbers, expansions);
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (value instanceof ObjectNode object) {
            expand(object, frame.expansions());
        }
        return arranged(frame.expansions()).examine(value, frame);
    }

    private MapNode arranged(Expansions expansions) {
        for (int i = 0; i < anchoredBelow.length; i++) {
            if (keys.get(i).anchoredBelow(expansions) != anchoredBelow[i]) {
                return MapNode.of(keys, expansions);
            }
        }
        return written;
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
