package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a.b.c}, most of all that is ever asked: what {@link SubNode} does with {@link FieldNode}s, in one loop. */
final class KeysNode implements Node {
    private final FieldNode[] fields;

    KeysNode(List<FieldNode> fields) {
        this.fields = fields.toArray(new FieldNode[0]);
    }

    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode value = current;
        for (FieldNode field : fields) {
            JsonNode next = value.get(field.name());
            if (next == null) {
                return value.isObject() ? field.missing() : NullNode.instance;
            }
            value = next;
        }
        return value;
    }

    @Override
    public boolean isFrameless() {
        return true;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        if (path.size() > fields.length) {
            return null;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals(fields[i].name())) {
                return null;
            }
        }
        List<FieldNode> rest = Arrays.asList(fields).subList(path.size(), fields.length);
        return rest.isEmpty() ? new CurrentNode() : new KeysNode(rest);
    }
}
