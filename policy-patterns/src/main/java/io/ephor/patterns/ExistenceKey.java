package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * {@code ^(key)}: for each map of the pattern's list, at least one element of the value's list must match it.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, existenceHandler
 */
final class ExistenceKey implements KeyNode {
    private final KeyName name;
    private final Node @Nullable [] wanted;
    private final String patternType;

    /**
     * Makes a key.
     *
     * @param wanted the entries of the pattern's list, {@link UnknownNode} for what is no map; null when the pattern
     *     is no list
     * @param patternType Go's name of the pattern's type
     */
    ExistenceKey(KeyName name, Node @Nullable [] wanted, String patternType) {
        this.name = name;
        this.wanted = wanted;
        this.patternType = patternType;
    }

    @Override
    public KeyName name() {
        return name;
    }

    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        JsonNode value = object.get(name.key());
        if (value == null) {
            return Glance.PASS;
        }
        if (!(value instanceof ArrayNode list) || wanted == null) {
            return Glance.FAIL;
        }
        for (Node node : wanted) {
            Glance glance = glanceForOne(node, list, numbers, expansions);
            if (glance != Glance.PASS) {
                return glance;
            }
        }
        return Glance.PASS;
    }

    private static Glance glanceForOne(Node node, ArrayNode list, NumberView numbers, Expansions expansions) {
        for (int i = 0; i < list.size(); i++) {
            Glance glance = node.glance(list.get(i), numbers, expansions);
            if (glance == Glance.PASS || glance == Glance.UNSURE) {
                return glance;
            }
        }
        return Glance.FAIL;
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        JsonNode value = object.get(name.key());
        if (value == null) {
            return null;
        }
        Place below = name.below(place);
        if (!(value instanceof ArrayNode list)) {
            return new Fault.Plain(
                    below,
                    () -> "invalid resource type " + GoText.typeName(value, frame.numbers())
                            + ": Existence ^ () anchor can be used only on list/array type resource");
        }
        if (wanted == null) {
            return new Fault.Plain(
                    below,
                    () -> "invalid pattern type " + patternType
                            + ": Pattern has to be of list to compare against resource");
        }
        return examineWanted(wanted, list, below, frame);
    }

    private @Nullable Fault examineWanted(Node[] entries, ArrayNode list, Place below, Frame frame) {
        for (int i = 0; i < entries.length; i++) {
            Node node = entries[i];
            if (node == UnknownNode.INSTANCE) {
                return new Fault.Plain(
                        below,
                        below.patternElement(i),
                        () -> "invalid pattern type " + patternType
                                + ": Pattern has to be of type map to compare against items in resource");
            }
            if (!anySatisfies(node, i, list, below, frame)) {
                return new Fault.Plain(
                        below,
                        below.patternElement(i),
                        () -> "existence anchor validation failed at path " + below.path());
            }
        }
        return null;
    }

    private static boolean anySatisfies(Node node, int entry, ArrayNode list, Place below, Frame frame) {
        for (int i = 0; i < list.size(); i++) {
            if (node.examine(list.get(i), below.element(i, entry), frame) == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean anchoredBelow(Expansions expansions) {
        if (wanted == null) {
            return false;
        }
        for (Node node : wanted) {
            if (node.anchored(expansions)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean expandable() {
        if (wanted == null) {
            return false;
        }
        for (Node node : wanted) {
            if (node.expandable()) {
                return true;
            }
        }
        return false;
    }
}
