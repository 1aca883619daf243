package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/**
 * A null in the place of the whole document. The reference takes one that was added for a map without fields, which it
 * cannot write in the end, and one that replaced the document for a list.
 */
final class NullDocument implements Container {
    private static final String NO_MAP = "invalid value, expected object";

    private final boolean list;
    private final @Nullable Slot self;

    NullDocument(boolean list, @Nullable Slot self) {
        this.list = list;
        this.self = self;
    }

    @Override
    public JsonNode base() {
        return NullNode.instance;
    }

    @Override
    public JsonNode close() {
        if (!list) {
            throw new OperationFault("json: error calling MarshalJSON for type *jsonpatch.partialDoc: " + NO_MAP);
        }
        return NullNode.instance;
    }

    @Override
    public @Nullable String fault(String key) {
        if (key.isEmpty() && !list) {
            return null;
        }
        return list ? listFault(key) : NO_MAP;
    }

    @Override
    public boolean isLenient() {
        return false;
    }

    @Override
    public @Nullable Slot get(String key) {
        return self;
    }

    @Override
    public void add(String key, @Nullable Slot value) {
        throw new OperationFault(list ? listFault(key) : NO_MAP);
    }

    @Override
    public void set(String key, Slot value) {
        throw new OperationFault(list ? listFault(key) : NO_MAP);
    }

    @Override
    public void remove(String key) {
        throw new OperationFault(list ? listFault(key) : NO_MAP);
    }

    private static String listFault(String key) {
        return ListIndex.parse(key).isPresent() ? "there is no document any more" : ListIndex.fault(key);
    }
}
