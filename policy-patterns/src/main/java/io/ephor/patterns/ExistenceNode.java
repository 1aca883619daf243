package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * What stands under an existence anchor: for each map of the pattern's list, at least one element of the value's list
 * must match it.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, existenceHandler
 */
final class ExistenceNode extends Node {
    private final Node @Nullable [] wanted;
    private final String patternType;

    /**
     * Makes a node.
     *
     * @param wanted the entries of the pattern's list, {@link UnknownNode} for what is no map; null when the pattern
     *     is no list
     * @param patternType Go's name of the pattern's type
     */
    ExistenceNode(Node @Nullable [] wanted, String patternType) {
        this.wanted = wanted;
        this.patternType = patternType;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
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
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (!(value instanceof ArrayNode list)) {
            return new Fault.Plain(
                    frame.trail().place(),
                    () -> "invalid resource type " + GoText.typeName(value, frame.numbers())
                            + ": Existence ^ () anchor can be used only on list/array type resource");
        }
        if (wanted == null) {
            return new Fault.Plain(
                    frame.trail().place(),
                    () -> "invalid pattern type " + patternType
                            + ": Pattern has to be of list to compare against resource");
        }
        return examineWanted(wanted, list, frame);
    }

    private @Nullable Fault examineWanted(Node[] entries, ArrayNode list, Frame frame) {
        for (int i = 0; i < entries.length; i++) {
            Node node = entries[i];
            if (node == UnknownNode.INSTANCE) {
                Place place = frame.trail().place();
                return new Fault.Plain(
                        place,
                        place.patternElement(i),
                        () -> "invalid pattern type " + patternType
                                + ": Pattern has to be of type map to compare against items in resource");
            }
            if (!anySatisfies(node, i, list, frame)) {
                Place place = frame.trail().place();
                return new Fault.Plain(
                        place,
                        place.patternElement(i),
                        () -> "existence anchor validation failed at path " + place.path());
            }
        }
        return null;
    }

    private static boolean anySatisfies(Node node, int entry, ArrayNode list, Frame frame) {
        Trail trail = frame.trail();
        for (int i = 0; i < list.size(); i++) {
            trail.enterElement(i, entry);
            Fault fault = node.examine(list.get(i), frame);
            trail.leave();
            if (fault == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean anchored(Expansions expansions) {
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
    boolean expandable() {
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
