package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code object.[a, b][]right}, by which policies go through all containers of a Pod: what {@link FlattenProjectionNode}
 * does with a {@link MultiSelectListNode}, without the list of lists. None of the parts but the last can end in an error.
 *
 * @param object the path of the object that has the lists; keys only
 * @param lists the paths of the lists in it; keys only
 */
record FlattenListsNode(Node object, List<Node> lists, Node right) implements Node {
    /** Returns the node for {@code operand[]right}. */
    static Node of(Node operand, Node right) {
        return operand instanceof SubNode sub
                        && isPath(sub.left())
                        && sub.right() instanceof MultiSelectListNode list
                        && list.items().stream().allMatch(FlattenListsNode::isPath)
                ? new FlattenListsNode(sub.left(), list.items(), right)
                : new FlattenProjectionNode(operand, right);
    }

    private static boolean isPath(Node node) {
        return node instanceof KeysNode || node instanceof FieldNode;
    }

    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode value = object.orNull(current, frame);
        if (value.isNull()) {
            return NullNode.instance;
        }
        ArrayNode collected = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < lists.size(); i++) {
            FlattenProjectionNode.flatten(lists.get(i).orNull(value, frame), right, collected, frame);
        }
        return collected;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = object.below(path);
        return inner == null ? null : new FlattenListsNode(inner, lists, right);
    }
}
