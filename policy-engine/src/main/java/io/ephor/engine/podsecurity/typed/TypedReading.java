package io.ephor.engine.podsecurity.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.KeyOrder;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Copies a document into the form that its type wants, and notes the first value that does not fit. A value with a form
 * of its own ends the reading where it is wrong, and then counts more than what was noted before. Used by one thread, for
 * one document.
 */
final class TypedReading {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final NumberView numbers;
    private final List<String> path = new ArrayList<>();
    private String owner = "";
    private @Nullable String noted;
    private @Nullable String ending;

    TypedReading(NumberView numbers) {
        this.numbers = numbers;
    }

    TypedDocument read(JsonNode document, GoStructure type) {
        if (!document.isObject()) {
            String fault = "json: cannot unmarshal " + given(document) + " into Go value of type v1." + type.name();
            return new TypedDocument(document, fault);
        }
        ObjectNode copy = NODES.objectNode();
        fill(copy, document, type);
        return new TypedDocument(copy, ending == null ? noted : ending);
    }

    private void fill(ObjectNode copy, JsonNode object, GoStructure type) {
        for (String key : KeyOrder.sortedKeys(object)) {
            GoField field = type.field(key);
            JsonNode value = object.get(key);
            if (field == null || value.isNull()) {
                continue;
            }
            String outer = owner;
            owner = type.name();
            path.add(field.path());
            JsonNode read = value(value, field.type(), copy.get(field.name()));
            path.remove(path.size() - 1);
            owner = outer;
            if (ending != null) {
                return;
            }
            if (read != null) {
                copy.set(field.name(), read);
            }
        }
    }

    /** {@return the value as the type wants it, or null where it does not fit} */
    private @Nullable JsonNode value(JsonNode value, GoType type, @Nullable JsonNode before) {
        return switch (type.kind()) {
            case TEXT -> value.isTextual() ? value : misfit(given(value), type);
            case BOOLEAN -> value.isBoolean() ? value : misfit(given(value), type);
            case INT32, INT64 -> integer(value, type);
            case STRUCTURE -> structure(value, type, before);
            case LIST -> list(value, type);
            case MAP -> map(value, type, before);
            case TIME -> time(value);
            case QUANTITY -> quantity(value);
            case INTEGER_OR_TEXT -> integerOrText(value);
            case ANYTHING -> value;
        };
    }

    private @Nullable JsonNode integer(JsonNode value, GoType type) {
        if (!value.isNumber()) {
            return misfit(given(value), type);
        }
        return Integers.fits(value, type.kind(), numbers)
                ? value
                : misfit("number " + Integers.text(value, numbers), type);
    }

    /** A field that is given twice, in different cases, is read into the same structure. */
    private @Nullable JsonNode structure(JsonNode value, GoType type, @Nullable JsonNode before) {
        if (!value.isObject()) {
            return misfit(given(value), type);
        }
        ObjectNode copy = before instanceof ObjectNode known ? known : NODES.objectNode();
        fill(copy, value, Objects.requireNonNull(type.structure()));
        return copy;
    }

    private @Nullable JsonNode list(JsonNode value, GoType type) {
        if (!value.isArray()) {
            return misfit(given(value), type);
        }
        GoType element = Objects.requireNonNull(type.element());
        ArrayNode copy = NODES.arrayNode(value.size());
        for (int i = 0; i < value.size() && ending == null; i++) {
            JsonNode read = value.get(i).isNull() ? null : value(value.get(i), element, null);
            copy.add(read == null ? zero(element) : read);
        }
        return copy;
    }

    private @Nullable JsonNode map(JsonNode value, GoType type, @Nullable JsonNode before) {
        if (!value.isObject()) {
            return misfit(given(value), type);
        }
        GoType element = Objects.requireNonNull(type.element());
        ObjectNode copy = before instanceof ObjectNode known ? known : NODES.objectNode();
        for (String key : KeyOrder.sortedKeys(value)) {
            JsonNode read = value.get(key).isNull() ? null : value(value.get(key), element, null);
            copy.set(key, read == null ? zero(element) : read);
            if (ending != null) {
                return copy;
            }
        }
        return copy;
    }

    private static JsonNode zero(GoType type) {
        return switch (type.kind()) {
            case TEXT -> TextNode.valueOf("");
            case INT32, INT64, QUANTITY -> NODES.numberNode(0);
            default -> NODES.objectNode();
        };
    }

    private @Nullable JsonNode time(JsonNode value) {
        if (!value.isTextual()) {
            return end(words(given(value), "string"));
        }
        String fault = GoTime.fault(value.textValue());
        return fault == null ? value : end(fault);
    }

    private @Nullable JsonNode quantity(JsonNode value) {
        String fault = QuantityForm.fault(value, numbers);
        return fault == null ? value : end(fault);
    }

    private @Nullable JsonNode integerOrText(JsonNode value) {
        if (value.isTextual()) {
            return value;
        }
        if (!value.isNumber()) {
            return end(words(given(value), "int32"));
        }
        return Integers.fits(value, GoType.Kind.INT32, numbers)
                ? value
                : end(words("number " + Integers.text(value, numbers), "int32"));
    }

    private @Nullable JsonNode end(String fault) {
        ending = fault;
        return null;
    }

    private @Nullable JsonNode misfit(String given, GoType type) {
        if (noted == null) {
            noted = words(given, type.name());
        }
        return null;
    }

    private String words(String given, String type) {
        return "json: cannot unmarshal " + given + " into Go struct field " + owner + '.' + String.join(".", path)
                + " of type " + type;
    }

    private static String given(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            default -> "number";
        };
    }
}
