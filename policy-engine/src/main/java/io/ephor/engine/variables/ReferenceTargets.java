package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What references of a tree can lead to: its texts, numbers and so on, by their paths without anchors. A reference to an
 * object finds the last of its keys, as in Kyverno, where a key is looked at with the path of its object.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, getValueFromReference
 */
final class ReferenceTargets {
    private final Map<String, JsonNode> targets = new HashMap<>();
    private final SubstitutionLimits limits;
    private long characters;

    private ReferenceTargets(SubstitutionLimits limits) {
        this.limits = limits;
    }

    /**
     * Looks at a tree.
     *
     * @throws SubstitutionException if it is too large to be referred to
     */
    static ReferenceTargets of(JsonNode tree, SubstitutionLimits limits) {
        ReferenceTargets targets = new ReferenceTargets(limits);
        targets.add(tree, Place.ROOT);
        return targets;
    }

    /** Returns the value at a path; null where there is none. */
    JsonNode get(String path) {
        return targets.getOrDefault(path, NullNode.instance);
    }

    private void add(JsonNode node, Place place) {
        place.requireDepth(limits);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(node.get(i), place.element(i));
            }
            return;
        }
        if (!node.isObject()) {
            put(place, node);
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            put(place, TextNode.valueOf(field.getKey()));
            add(field.getValue(), place.key(field.getKey()));
        }
    }

    private void put(Place place, JsonNode value) {
        String path = place.path();
        characters += path.length();
        if (characters > limits.work()) {
            throw new SubstitutionException("failed to resolve references: the tree is too large", "", null);
        }
        targets.put(ReferencePath.withoutAnchors(path), value);
    }
}
