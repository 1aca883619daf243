package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.values.PointerToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a test file, each read once with the type that it must have. A field of another type and a
 * field that nobody asked for are faults. Not thread-safe.
 *
 * <p>As in Kyverno's own reader the case of a field name does not matter, null stands for an absent field, and a number
 * or boolean in the place of a text is taken as its text.
 */
final class ObjectFields {
    private final JsonNode node;
    private final String pointer;
    private final SourceDocument document;
    private final Faults faults;
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** Looks at a node; one that is no object is a fault and has no fields. */
    ObjectFields(JsonNode node, String pointer, SourceDocument document, Faults faults) {
        boolean object = node.isObject();
        this.node = object ? node : JsonNodeFactory.instance.objectNode();
        this.pointer = pointer;
        this.document = document;
        this.faults = faults;
        if (!object) {
            wrongType(pointer, "an object", node);
        }
        for (Map.Entry<String, JsonNode> field : this.node.properties()) {
            String other = spellings.putIfAbsent(Names.folded(field.getKey()), field.getKey());
            if (other != null) {
                fault("duplicate-field", "`" + field.getKey() + "` repeats `" + other + "`", field.getKey());
            }
        }
    }

    private @Nullable String spelling(String name) {
        known.add(Names.folded(name));
        return node.has(name) ? name : spellings.get(Names.folded(name));
    }

    private void fault(String code, String message, String field) {
        faults.errorAtKey(code, message, document, pointerTo(field));
    }

    private void wrongType(String at, String expected, JsonNode found) {
        faults.error("wrong-type", "expected " + expected + ", found " + Names.typeOf(found), document, at);
    }

    /** Returns the pointer of this object. */
    String pointer() {
        return pointer;
    }

    /** Returns the pointer of a field of this object. */
    String pointerTo(String field) {
        String spelling = spellings.get(Names.folded(field));
        return pointer + '/' + PointerToken.escape(spelling == null ? field : spelling);
    }

    /** Returns a field of any type, or null where it is absent. */
    @Nullable
    JsonNode any(String name) {
        String spelling = spelling(name);
        JsonNode value = spelling == null ? null : node.get(spelling);
        return value == null || value.isNull() ? null : value;
    }

    /** Returns a text; empty where it is absent. */
    String text(String name) {
        JsonNode value = any(name);
        if (value == null) {
            return "";
        }
        return textOf(value, pointerTo(name));
    }

    private String textOf(JsonNode value, String at) {
        if (value.isContainerNode()) {
            wrongType(at, "a text", value);
            return "";
        }
        return Names.scalarText(value);
    }

    /** Returns a text that must be there. */
    String requiredText(String name) {
        String text = text(name);
        if (text.isEmpty() && any(name) == null) {
            faults.error("missing-field", "`" + name + "` is missing", document, pointer);
        }
        return text;
    }

    boolean flag(String name) {
        JsonNode value = any(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            wrongType(pointerTo(name), "true or false", value);
        }
        return value.asBoolean(false);
    }

    /** Returns a list of texts; empty where it is absent. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            texts.add(textOf(list.get(i), pointerTo(name) + '/' + i));
        }
        return texts;
    }

    /** Returns a list of objects; empty where it is absent. */
    List<ObjectFields> objects(String name) {
        List<ObjectFields> objects = new ArrayList<>();
        JsonNode list = list(name);
        for (int i = 0; i < list.size(); i++) {
            objects.add(new ObjectFields(list.get(i), pointerTo(name) + '/' + i, document, faults));
        }
        return objects;
    }

    /** Returns a list of values of any type; empty where it is absent. */
    List<JsonNode> values(String name) {
        List<JsonNode> values = new ArrayList<>();
        list(name).forEach(values::add);
        return values;
    }

    private JsonNode list(String name) {
        JsonNode value = any(name);
        if (value != null && !value.isArray()) {
            wrongType(pointerTo(name), "a list", value);
        }
        return value == null || !value.isArray() ? JsonNodeFactory.instance.arrayNode() : value;
    }

    /** Returns an object, or null where it is absent. */
    @Nullable
    ObjectFields object(String name) {
        JsonNode value = any(name);
        return value == null ? null : new ObjectFields(value, pointerTo(name), document, faults);
    }

    /** Returns the fields of an object whose names are free, in order; empty where it is absent. */
    Map<String, JsonNode> map(String name) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        JsonNode value = any(name);
        if (value == null) {
            return map;
        }
        if (!value.isObject()) {
            wrongType(pointerTo(name), "an object", value);
        }
        value.properties().forEach(field -> map.put(field.getKey(), field.getValue()));
        return map;
    }

    /** Returns an object of texts whose names are free, in order; empty where it is absent. */
    Map<String, String> textMap(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        this.map(name)
                .forEach((key, value) -> map.put(key, textOf(value, pointerTo(name) + '/' + PointerToken.escape(key))));
        return map;
    }

    /** Accepts an object of any content. */
    void accept(String name) {
        JsonNode value = any(name);
        if (value != null && !value.isObject()) {
            wrongType(pointerTo(name), "an object", value);
        }
    }

    /** Accepts a field of any type. */
    void acceptAny(String name) {
        known.add(Names.folded(name));
    }

    /** Reports every field that was not asked for. */
    void finish() {
        spellings.forEach((folded, field) -> {
            if (!known.contains(folded)) {
                fault("unknown-field", "unknown field `" + field + "`", field);
            }
        });
    }
}
