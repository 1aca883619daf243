package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that operations go into: what they touched stands beside the map as it was. */
final class OpenMap implements Container {
    private final JsonNode base;
    private final @Nullable Written written;
    private final @Nullable Slot self;
    // A key with the value null has a null of the document.
    private final Map<String, @Nullable Slot> touched = new LinkedHashMap<>(4);
    private @Nullable Set<String> removed;
    private @Nullable Set<String> appended;

    OpenMap(JsonNode base, @Nullable Written written, @Nullable Slot self) {
        this.base = base;
        this.written = written;
        this.self = self;
    }

    @Override
    public JsonNode base() {
        return base;
    }

    @Override
    public @Nullable String fault(String key) {
        return key.isEmpty() || has(key) ? null : "unable to get nonexistent key: " + key + OperationFault.MISSING;
    }

    @Override
    public boolean isLenient() {
        return true;
    }

    @Override
    public @Nullable Slot get(String key) {
        return key.isEmpty() ? self : child(key);
    }

    /** {@return what is under a key; null for a null of the document} */
    @Nullable
    Slot child(String key) {
        if (touched.containsKey(key)) {
            return touched.get(key);
        }
        JsonNode node = base.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        Written field = written == null ? null : written.field(key);
        Slot slot = field == null ? Slot.of(node) : Slot.of(field);
        touched.put(key, slot);
        return slot;
    }

    boolean has(String key) {
        return touched.containsKey(key) || (base.has(key) && (removed == null || !removed.contains(key)));
    }

    @Override
    public void add(String key, @Nullable Slot value) {
        if (!has(key)) {
            appended = appended == null ? new LinkedHashSet<>() : appended;
            appended.add(key);
        }
        touched.put(key, value);
    }

    @Override
    public void set(String key, Slot value) {
        add(key, value);
    }

    @Override
    public void remove(String key) {
        if (!has(key)) {
            return;
        }
        touched.remove(key);
        if (appended != null) {
            appended.remove(key);
        }
        if (base.has(key)) {
            removed = removed == null ? new HashSet<>() : removed;
            removed.add(key);
        }
    }

    @Override
    public JsonNode close() {
        ObjectNode copy = null;
        if (removed != null) {
            copy = copy();
            copy.remove(removed);
        }
        for (Map.Entry<String, @Nullable Slot> entry : touched.entrySet()) {
            // INVARIANT: a value is closed once, or a chain of new maps would cost twice as much at every level
            if (appended != null && appended.contains(entry.getKey())) {
                continue;
            }
            JsonNode before = base.get(entry.getKey());
            JsonNode after = entry.getValue() == null
                    ? NullNode.instance
                    : entry.getValue().close();
            if (after != before) {
                copy = copy == null ? copy() : copy;
                copy.set(entry.getKey(), after);
            }
        }
        if (appended != null) {
            copy = copy == null ? copy() : copy;
            for (String key : appended) {
                Slot slot = touched.get(key);
                copy.set(key, slot == null ? NullNode.instance : slot.close());
            }
        }
        return copy == null ? base : copy;
    }

    /** {@return the keys in the order in which the reference writes them} */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (written == null) {
            keys.addAll(KeyOrder.sortedKeys(base));
        } else {
            base.fieldNames().forEachRemaining(keys::add);
        }
        if (removed != null) {
            keys.removeAll(removed);
        }
        if (appended != null) {
            keys.addAll(appended);
        }
        return keys;
    }

    /** {@return the map as it was, where no key came or went; else null} */
    @Nullable
    JsonNode sameKeys() {
        return removed == null && appended == null ? base : null;
    }

    /** {@return the keys of what was touched} */
    Set<String> touchedKeys() {
        return touched.keySet();
    }

    @Nullable
    Written written() {
        return written;
    }

    private ObjectNode copy() {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : base.properties()) {
            copy.set(field.getKey(), field.getValue());
        }
        return copy;
    }
}
