package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.jmespath.JmesPathException;
import org.jspecify.annotations.Nullable;

/** A range of a list, with bounds that clip; null of anything but a list. */
record SliceNode(
        @Nullable Long start, @Nullable Long stop, @Nullable Long step, int position) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        if (!current.isArray()) {
            return NullNode.instance;
        }
        long stride = step == null ? 1 : step;
        if (stride == 0) {
            throw new JmesPathException(JmesPathException.Code.EVALUATION, "Invalid slice, step cannot be 0", position);
        }
        int length = current.size();
        int first = stride > 0 ? 0 : length - 1;
        int last = stride > 0 ? length : -1;
        long from = start == null ? first : clip(start, length, stride);
        long to = stop == null ? last : clip(stop, length, stride);
        // A stride beyond the list ends it after one element, and cannot overflow.
        long bounded = Math.max(-length - 1L, Math.min(length + 1L, stride));
        ArrayNode range = JsonNodeFactory.instance.arrayNode();
        for (long i = from; stride > 0 ? i < to : i > to; i += bounded) {
            frame.spend();
            range.add(current.get((int) i));
        }
        return range;
    }

    private static long clip(long bound, int length, long stride) {
        long place = bound < 0 ? bound + length : bound;
        if (place < 0) {
            return stride < 0 ? -1 : 0;
        }
        if (place >= length) {
            return stride < 0 ? length - 1 : length;
        }
        return place;
    }
}
