package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object with known fields. A field with the value null counts as absent, as it does for the API server. */
public final class ObjectShape implements Shape {
    private final Map<String, Field> fields;
    private final Field[] expectedFields;
    private final boolean open;
    private final List<String> exclusive;
    private final List<String> exactlyOne;

    private ObjectShape(Builder builder) {
        Map<String, Field> all = new LinkedHashMap<>(builder.fields);
        if (builder.fieldOfSelf != null) {
            all.put(builder.fieldOfSelf, new Field(builder.fieldOfSelf, new ListShape(this), false, null));
        }
        this.fields = all;
        this.expectedFields = all.values().stream().filter(Field::isExpected).toArray(Field[]::new);
        this.open = builder.open;
        this.exclusive = List.copyOf(builder.exclusive);
        this.exactlyOne = List.copyOf(builder.exactlyOne);
    }

    static Builder builder() {
        return new Builder();
    }

    static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(object);
        return copy;
    }

    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        if (!(value instanceof ObjectNode object)) {
            check.wrongType(this, value);
            return value;
        }
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            JsonNode before = entry.getValue();
            JsonNode after = checkField(entry.getKey(), before, check);
            if (after == before) {
                continue;
            }
            copy = copy == null ? shallowCopy(object) : copy;
            if (after == null) {
                copy.remove(entry.getKey());
            } else {
                copy.set(entry.getKey(), after);
            }
        }
        for (Field field : expectedFields) {
            if (isGiven(object.get(field.name))) {
                continue;
            }
            if (field.defaultValue == null) {
                check.missing(field.name);
                continue;
            }
            copy = copy == null ? shallowCopy(object) : copy;
            copy.set(field.name, field.defaultValue);
        }
        checkCombination(object, check);
        return copy == null ? value : copy;
    }

    private @Nullable JsonNode checkField(String name, JsonNode value, ShapeCheck check) {
        Field field = fields.get(name);
        if (field == null) {
            check.unknown(name, fields.keySet(), open);
            return value;
        }
        if (value instanceof NullNode) {
            return null;
        }
        check.enter(name);
        JsonNode after = field.shape.check(value, check);
        check.leave();
        return after;
    }

    private static boolean isGiven(@Nullable JsonNode value) {
        return value != null && !(value instanceof NullNode);
    }

    private void checkCombination(ObjectNode value, ShapeCheck check) {
        if (!exclusive.isEmpty() && count(value, exclusive) > 1) {
            check.onlyOneOf(exclusive);
        }
        if (exactlyOne.isEmpty()) {
            return;
        }
        int found = count(value, exactlyOne);
        if (found == 0) {
            check.missingOneOf(exactlyOne);
        } else if (found > 1) {
            check.severalOf(exactlyOne, found);
        }
    }

    private static int count(ObjectNode value, List<String> names) {
        int count = 0;
        for (int i = 0; i < names.size(); i++) {
            count += isGiven(value.get(names.get(i))) ? 1 : 0;
        }
        return count;
    }

    /** {@return the names of the fields in the order of the description} */
    public Collection<String> fieldNames() {
        return fields.keySet();
    }

    /** {@return the shape of a field, or null where there is no such field} */
    public @Nullable Shape field(String name) {
        Field field = fields.get(name);
        return field == null ? null : field.shape;
    }

    @Override
    public String expected() {
        return "a map";
    }

    private record Field(
            String name,
            Shape shape,
            boolean required,
            @Nullable JsonNode defaultValue) {
        boolean isExpected() {
            return required || defaultValue != null;
        }
    }

    /** Collects the fields of an object. Not thread-safe. */
    static final class Builder {
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private List<String> exclusive = List.of();
        private List<String> exactlyOne = List.of();
        private @Nullable String fieldOfSelf;
        private boolean open;

        Builder field(String name, Shape shape) {
            fields.put(name, new Field(name, shape, false, null));
            return this;
        }

        Builder required(String name, Shape shape) {
            fields.put(name, new Field(name, shape, true, null));
            return this;
        }

        Builder defaulted(String name, Shape shape, JsonNode defaultValue) {
            fields.put(name, new Field(name, shape, false, defaultValue));
            return this;
        }

        /** Adds a field that holds a list of objects of the very shape that is being built. */
        Builder listOfSelf(String name) {
            fieldOfSelf = name;
            return this;
        }

        /** Lets fields that are not known pass with a warning. */
        Builder open() {
            open = true;
            return this;
        }

        Builder atMostOneOf(String... names) {
            exclusive = List.of(names);
            return this;
        }

        Builder exactlyOneOf(String... names) {
            exactlyOne = List.of(names);
            return this;
        }

        ObjectShape build() {
            return new ObjectShape(this);
        }
    }
}
