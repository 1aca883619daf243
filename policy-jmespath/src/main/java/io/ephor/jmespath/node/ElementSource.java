package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.jmespath.ElementVisitor;
import io.ephor.jmespath.SearchContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an expression that makes a list, as something that hands on the elements in place of the list. Implementations
 * are immutable and thread-safe.
 */
public sealed interface ElementSource {
    /** What parts are evaluated with that never look at it. */
    Frame NO_FRAME = new Frame(SearchContext.empty(), 0);

    /**
     * Hands on the elements.
     *
     * @return null where elements were handed on, a missing node for a list without elements, otherwise what stands in the
     *     place of a list
     */
    @Nullable
    JsonNode search(JsonNode current, ElementVisitor visitor);

    /** Returns the source of an expression; null where it makes no list, or not without a frame. */
    static @Nullable ElementSource of(Node node) {
        if (node instanceof OrNode or) {
            ElementSource first = of(or.left());
            ElementSource second = of(or.right());
            boolean listed = first != null || second != null;
            first = first == null ? value(or.left()) : first;
            second = second == null ? value(or.right()) : second;
            return listed && first != null && second != null ? new Alternatives(first, second) : null;
        }
        return list(node, new ElementStep.Last());
    }

    private static @Nullable ElementSource value(Node node) {
        return node.isFrameless() ? new Value(node) : null;
    }

    private static @Nullable ElementSource list(Node node, ElementStep next) {
        if (node instanceof FlattenListsNode lists) {
            ElementStep step = ElementStep.flattened(lists.right(), next);
            return step == null ? null : new Lists(lists.object(), lists.lists(), step);
        }
        if (node instanceof FlattenProjectionNode flatten) {
            return listBelow(flatten.operand(), ElementStep.flattened(flatten.right(), next));
        }
        if (node instanceof ProjectionNode projection) {
            return listBelow(projection.left(), ElementStep.projected(projection.right(), next));
        }
        if (node instanceof FilterNode filter) {
            return listBelow(filter.left(), ElementStep.filtered(filter.condition(), filter.right(), next));
        }
        return null;
    }

    private static @Nullable ElementSource listBelow(Node list, @Nullable ElementStep step) {
        if (step == null) {
            return null;
        }
        return list.isFrameless() ? new Elements(list, step) : list(list, step);
    }

    /** The elements of a list that stands in the document. */
    record Elements(Node list, ElementStep step) implements ElementSource {
        @Override
        public @Nullable JsonNode search(JsonNode current, ElementVisitor visitor) {
            if (!(list.orNull(current, NO_FRAME) instanceof ArrayNode elements)) {
                return NullNode.instance;
            }
            return step.takeAll(elements, visitor) == ElementStep.NONE ? MissingNode.getInstance() : null;
        }
    }

    /** The elements of the lists of an object. */
    record Lists(Node object, List<Node> lists, ElementStep step) implements ElementSource {
        @Override
        public @Nullable JsonNode search(JsonNode current, ElementVisitor visitor) {
            JsonNode value = object.orNull(current, NO_FRAME);
            if (value.isNull()) {
                return value;
            }
            int taken = ElementStep.NONE;
            for (int i = 0; i < lists.size() && taken != ElementStep.ENOUGH; i++) {
                taken = Math.max(taken, step.take(lists.get(i).orNull(value, NO_FRAME), visitor));
            }
            return taken == ElementStep.NONE ? MissingNode.getInstance() : null;
        }
    }

    /** What is no list that is made. */
    record Value(Node node) implements ElementSource {
        @Override
        public JsonNode search(JsonNode current, ElementVisitor visitor) {
            return node.orNull(current, NO_FRAME);
        }
    }

    /** {@code first || second} */
    record Alternatives(ElementSource first, ElementSource second) implements ElementSource {
        @Override
        public @Nullable JsonNode search(JsonNode current, ElementVisitor visitor) {
            JsonNode value = first.search(current, visitor);
            return value != null && Truth.isFalse(value) ? second.search(current, visitor) : value;
        }
    }
}
