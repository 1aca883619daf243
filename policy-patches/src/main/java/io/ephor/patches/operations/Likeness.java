package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.KeyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what operations left with values of the patch, and with the document as it was. */
final class Likeness {
    private Likeness() {}

    /**
     * {@return whether a value equals that of a test} Numbers are compared by the characters that they are written with, and a
     * null that was written equals nothing.
     */
    static boolean equal(Slot slot, Written other) {
        Container open = slot.opened();
        if (open instanceof OpenMap map) {
            return equalMaps(map, other);
        }
        if (open instanceof OpenList list) {
            return equalLists(list, other);
        }
        return slot.written() == null ? equal(slot.node(), other) : equal(slot.written(), other);
    }

    private static boolean equalMaps(OpenMap map, Written other) {
        List<String> keys = map.keys();
        if (other.fields() == null || other.fields().size() != keys.size()) {
            return false;
        }
        for (String key : keys) {
            Written field = other.field(key);
            Slot slot = map.child(key);
            boolean same = field != null
                    && ((slot == null || field.isNull()) ? slot == null && field.isNull() : equal(slot, field));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalLists(OpenList list, Written other) {
        if (other.elements() == null || other.elements().size() != list.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            Slot slot = list.element(i);
            if (slot == null || !equal(slot, other.elements().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(JsonNode node, Written other) {
        if (node.isObject()) {
            return other.fields() != null && equalFields(node, other);
        }
        if (node.isArray()) {
            return other.elements() != null && equalElements(node, other.elements());
        }
        if (node.isTextual() || other.node().isTextual()) {
            return node.isTextual()
                    && other.node().isTextual()
                    && node.textValue().equals(other.node().textValue());
        }
        String text = node.isNumber() ? JsonNumber.jsonText(node) : node.toString();
        return !node.isNull() && text.equals(other.compact());
    }

    private static boolean equalFields(JsonNode node, Written other) {
        if (other.fields() == null || node.size() != other.fields().size()) {
            return false;
        }
        for (var field : node.properties()) {
            Written written = other.field(field.getKey());
            boolean isNull = field.getValue().isNull();
            boolean same = written != null
                    && ((isNull || written.isNull()) ? isNull && written.isNull() : equal(field.getValue(), written));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalElements(JsonNode node, List<Written> others) {
        if (node.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (node.get(i).isNull() || !equal(node.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Written value, Written other) {
        boolean numbers = value.node().isNumber() && other.node().isNumber();
        if (numbers) {
            return value.compact().equals(other.compact());
        }
        if (value.fields() == null && value.elements() == null) {
            return equal(value.node(), other);
        }
        return value.fields() == null
                ? equalLists(new OpenList(value.node(), value, null), other)
                : equalMaps(new OpenMap(value.node(), value, null), other);
    }

    /**
     * {@return whether the reference would write the same characters for a value as it did for the document} It compares texts,
     * and so takes another order of keys or another spelling of a number for a change.
     */
    static boolean spelledAs(@Nullable Slot slot, JsonNode before) {
        if (slot == null) {
            return before.isNull();
        }
        Container open = slot.opened();
        if (open instanceof OpenMap map) {
            return before.isObject() && spelledAs(map, before);
        }
        if (open instanceof OpenList list) {
            return before.isArray() && spelledAs(list, before);
        }
        if (slot.written() != null) {
            return slot.written().compact().equals(GoJson.write(before));
        }
        return slot.node() == before || GoJson.write(slot.node()).equals(GoJson.write(before));
    }

    private static boolean spelledAs(OpenMap map, JsonNode before) {
        boolean untouched = map.written() == null && map.sameKeys() == before;
        for (String key : untouched ? map.touchedKeys() : map.keys()) {
            JsonNode field = before.get(key);
            if (field == null || !spelledAs(map.child(key), field)) {
                return false;
            }
        }
        if (!untouched && !map.keys().equals(KeyOrder.sortedKeys(before))) {
            return false;
        }
        for (var field : before.properties()) {
            if (GoJson.hasMarkup(field.getKey())) {
                return false;
            }
        }
        return true;
    }

    private static boolean spelledAs(OpenList list, JsonNode before) {
        if (list.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!spelledAs(list.element(i), before.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Appends the characters that the reference would write for a value. */
    static void spell(StringBuilder text, @Nullable Slot slot) {
        if (slot == null) {
            text.append("null");
            return;
        }
        Container open = slot.opened();
        if (open instanceof OpenMap map) {
            text.append('{');
            String separator = "";
            for (String key : map.keys()) {
                text.append(separator).append(GoJson.quote(key)).append(':');
                spell(text, map.child(key));
                separator = ",";
            }
            text.append('}');
        } else if (open instanceof OpenList list) {
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                text.append(i == 0 ? "" : ",");
                spell(text, list.element(i));
            }
            text.append(']');
        } else {
            text.append(
                    slot.written() == null
                            ? GoJson.write(slot.node())
                            : slot.written().compact());
        }
    }
}
