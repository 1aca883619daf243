package io.ephor.jmespath.node;

import com.fasterxml.jackson.core.util.InternCache;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key: missing where an object has it not, null of anything but an object. */
final class FieldNode implements Node {
    private final String name;
    private final MissingKey missing;

    FieldNode(String name, int position) {
        // The keys of a document that Jackson read are shared in the same way, so that most look-ups end at once.
        this.name = InternCache.instance.intern(name);
        this.missing = new MissingKey(this.name, position);
    }

    String name() {
        return name;
    }

    MissingKey missing() {
        return missing;
    }

    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode value = current.get(name);
        if (value != null) {
            return value;
        }
        return current.isObject() ? missing : NullNode.instance;
    }

    @Override
    public boolean isFrameless() {
        return true;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        return path.size() == 1 && path.get(0).equals(name) ? new CurrentNode() : null;
    }
}
