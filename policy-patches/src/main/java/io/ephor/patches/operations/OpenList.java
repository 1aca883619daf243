package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A list that operations go into. */
final class OpenList implements Container {
    private final JsonNode base;
    private final @Nullable Slot self;
    private final List<@Nullable Slot> elements;

    OpenList(JsonNode base, @Nullable Written written, @Nullable Slot self) {
        this.base = base;
        this.self = self;
        this.elements = new ArrayList<>(base.size() + 1);
        for (int i = 0; i < base.size(); i++) {
            JsonNode node = base.get(i);
            Written element = written == null || written.elements() == null
                    ? null
                    : written.elements().get(i);
            if (node.isNull()) {
                elements.add(null);
            } else {
                elements.add(element == null ? Slot.of(node) : Slot.of(element));
            }
        }
    }

    int size() {
        return elements.size();
    }

    /** {@return an element; null for a null of the document} */
    @Nullable
    Slot element(int index) {
        return elements.get(index);
    }

    @Override
    public JsonNode base() {
        return base;
    }

    @Override
    public @Nullable String fault(String key) {
        if (key.isEmpty()) {
            return null;
        }
        OptionalLong index = ListIndex.parse(key);
        if (index.isEmpty()) {
            return ListIndex.fault(key);
        }
        long at = index.getAsLong();
        boolean inside = at < elements.size() && at >= -elements.size();
        return inside ? null : ListIndex.outside(at);
    }

    @Override
    public boolean isLenient() {
        return false;
    }

    @Override
    public @Nullable Slot get(String key) {
        return key.isEmpty() ? self : elements.get(position(key));
    }

    @Override
    public void add(String key, @Nullable Slot value) {
        if (key.equals("-")) {
            elements.add(value);
            return;
        }
        OptionalLong index = ListIndex.parse(key);
        if (index.isEmpty()) {
            throw new OperationFault("value was not a proper array index: '" + key + "': " + ListIndex.fault(key));
        }
        long at = index.getAsLong();
        int places = elements.size() + 1;
        if (at >= places || at < -places) {
            throw new OperationFault(ListIndex.outside(at));
        }
        elements.add((int) (at < 0 ? at + places : at), value);
    }

    @Override
    public void set(String key, Slot value) {
        OptionalLong index = ListIndex.parse(key);
        if (index.isEmpty()) {
            throw new OperationFault(ListIndex.fault(key));
        }
        elements.set(position(key), value);
    }

    @Override
    public void remove(String key) {
        OptionalLong index = ListIndex.parse(key);
        if (index.isEmpty()) {
            throw new OperationFault(ListIndex.fault(key));
        }
        if (index.getAsLong() < elements.size() && index.getAsLong() >= -elements.size()) {
            elements.remove(position(key));
        }
    }

    private int position(String key) {
        long at = ListIndex.parse(key).orElseThrow();
        return (int) (at < 0 ? at + elements.size() : at);
    }

    @Override
    public JsonNode close() {
        boolean same = elements.size() == base.size();
        ArrayNode list = JsonNodeFactory.instance.arrayNode(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Slot slot = elements.get(i);
            JsonNode node = slot == null ? NullNode.instance : slot.close();
            same = same && (node == base.get(i) || (slot == null && base.get(i).isNull()));
            list.add(node);
        }
        return same ? base : list;
    }
}
