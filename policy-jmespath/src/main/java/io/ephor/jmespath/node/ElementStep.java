package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.ElementVisitor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each element of a list on its way to the visitor: one projection after the other, each of which knows the
 * next. Implementations are immutable and thread-safe.
 */
abstract sealed class ElementStep {
    /** Nothing came of the element. */
    static final int NONE = 0;
    /** Something came of it, and more is wanted. */
    static final int SOME = 1;
    /** The visitor wants no more, or gave up. */
    static final int ENOUGH = 2;

    /** Takes an element; returns what came of it. */
    abstract int take(JsonNode element, ElementVisitor visitor);

    /** Takes an element that is a text. */
    int take(String element, ElementVisitor visitor) {
        return take(TextNode.valueOf(element), visitor);
    }

    /** Takes the elements of a list; returns what came of them. */
    final int takeAll(ArrayNode list, ElementVisitor visitor) {
        int taken = NONE;
        for (int i = 0; i < list.size() && taken != ENOUGH; i++) {
            taken = Math.max(taken, take(list.get(i), visitor));
        }
        return taken;
    }

    /** Returns the step of {@code []right}, or null where that needs a frame. */
    static @Nullable ElementStep flattened(Node right, ElementStep next) {
        ElementStep each = projected(right, next);
        return each == null ? null : new Flattened(each);
    }

    /** Returns the step of {@code [*]right}, or null where that needs a frame. */
    static @Nullable ElementStep projected(Node right, ElementStep next) {
        if (right instanceof CallNode call && call.isKeysOfCurrent()) {
            return next instanceof Flattened flattened ? new Keys(flattened.each) : null;
        }
        return right.isFrameless() ? new Projected(right, next) : null;
    }

    /** Returns the step of {@code [?condition]right}, or null where that needs a frame. */
    static @Nullable ElementStep filtered(Node condition, Node right, ElementStep next) {
        ElementStep each = projected(right, next);
        return each == null || !condition.isFrameless() ? null : new Filtered(condition, each);
    }

    /** Hands on what is left. */
    static final class Last extends ElementStep {
        @Override
        int take(JsonNode element, ElementVisitor visitor) {
            return visitor.visit(element) ? SOME : ENOUGH;
        }

        @Override
        int take(String element, ElementVisitor visitor) {
            return visitor.visit(element) ? SOME : ENOUGH;
        }
    }

    /** Goes on with the elements of an element that is a list. */
    private static final class Flattened extends ElementStep {
        private final ElementStep each;

        Flattened(ElementStep each) {
            this.each = each;
        }

        @Override
        int take(JsonNode element, ElementVisitor visitor) {
            return element instanceof ArrayNode list ? each.takeAll(list, visitor) : each.take(element, visitor);
        }
    }

    /** Goes on with what a part makes of an element, unless that is null. */
    private static final class Projected extends ElementStep {
        private final Node right;
        private final boolean same;
        private final ElementStep next;

        Projected(Node right, ElementStep next) {
            this.right = right;
            this.same = right instanceof CurrentNode;
            this.next = next;
        }

        @Override
        int take(JsonNode element, ElementVisitor visitor) {
            if (!visitor.count()) {
                return ENOUGH;
            }
            JsonNode value = same ? element : right.orNull(element, ElementSource.NO_FRAME);
            return value.isNull() ? NONE : next.take(value, visitor);
        }

        @Override
        int take(String element, ElementVisitor visitor) {
            if (!same) {
                return take(TextNode.valueOf(element), visitor);
            }
            return visitor.count() ? next.take(element, visitor) : ENOUGH;
        }
    }

    /** Goes on with the keys of an element; the keys of anything but an object are an error. */
    private static final class Keys extends ElementStep {
        private final ElementStep next;

        Keys(ElementStep next) {
            this.next = next;
        }

        @Override
        int take(JsonNode element, ElementVisitor visitor) {
            if (!visitor.count()) {
                return ENOUGH;
            }
            if (!(element instanceof ObjectNode object)) {
                visitor.giveUp();
                return ENOUGH;
            }
            int result = NONE;
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                result = Math.max(result, next.take(field.getKey(), visitor));
                if (result == ENOUGH) {
                    break;
                }
            }
            return result;
        }
    }

    /** Goes on with elements of which a condition is true. */
    private static final class Filtered extends ElementStep {
        private final Node condition;
        private final ElementStep next;

        Filtered(Node condition, ElementStep next) {
            this.condition = condition;
            this.next = next;
        }

        @Override
        int take(JsonNode element, ElementVisitor visitor) {
            if (condition.isTrue(element, ElementSource.NO_FRAME)) {
                return next.take(element, visitor);
            }
            return visitor.count() ? NONE : ENOUGH;
        }
    }
}
