package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.jmespath.JmesPathException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled part of an expression. Implementations are immutable and thread-safe. */
public interface Node {
    /**
     * Evaluates this part.
     *
     * @param current the value to which the part is applied; never a {@link MissingKey}
     * @return the value, or a {@link MissingKey}; anything where the attempt of the frame has failed
     * @throws JmesPathException if the part ends in another error
     */
    JsonNode evaluate(JsonNode current, Frame frame);

    /** Evaluates this part and turns a missing key into null. */
    default JsonNode orNull(JsonNode current, Frame frame) {
        JsonNode value = evaluate(current, frame);
        return value instanceof MissingKey ? NullNode.instance : value;
    }

    /** Evaluates this part and turns a missing key and every other error into null, except for going over a limit. */
    default JsonNode orNullOnAnyError(JsonNode current, Frame frame) {
        Frame.Attempt around = frame.attempt();
        try {
            JsonNode value = orNull(current, frame);
            return frame.hasFailed() ? NullNode.instance : value;
        } catch (JmesPathException exception) {
            if (exception.code() == JmesPathException.Code.LIMIT) {
                throw exception;
            }
            return NullNode.instance;
        } finally {
            frame.resume(around);
        }
    }

    /**
     * Says whether the value of this part counts as true, a missing key being null: what a filter asks for each element,
     * without a node for the answer where a part can do without.
     */
    default boolean isTrue(JsonNode current, Frame frame) {
        return !Truth.isFalse(evaluate(current, frame));
    }

    /** Says whether this part never looks at its frame, so that it needs no new one. */
    default boolean isFrameless() {
        return false;
    }

    /**
     * Returns the part that has the value of this one where it is applied to what stands at a path in the current value,
     * which must be there and not null; null where this part looks at anything else, or cannot tell.
     *
     * @param path the keys that lead to it, at least one
     */
    default @Nullable Node below(List<String> path) {
        return null;
    }

    /** Returns what {@link #below(List)} says of each of some parts; null where it says so of one. */
    static @Nullable List<Node> below(List<Node> parts, List<String> path) {
        List<Node> inner = new ArrayList<>(parts.size());
        for (Node part : parts) {
            Node one = part.below(path);
            if (one == null) {
                return null;
            }
            inner.add(one);
        }
        return List.copyOf(inner);
    }
}
