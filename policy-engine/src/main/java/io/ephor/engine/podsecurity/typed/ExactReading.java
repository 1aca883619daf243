package io.ephor.engine.podsecurity.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.ephor.values.NumberView;
import java.util.Map;
import java.util.Objects;

/** Tells whether a document is already as its type wants it, as nearly all are. Makes nothing but iterators. */
record ExactReading(NumberView numbers) {
    boolean isExact(JsonNode document, GoStructure type) {
        if (!document.isObject()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            String key = entry.getKey();
            GoField field = type.exactly(key);
            boolean exact = field == null ? type.field(key) == null : isExact(entry.getValue(), field.type());
            if (!exact) {
                return false;
            }
        }
        return true;
    }

    private boolean isExact(JsonNode value, GoType type) {
        JsonNodeType given = value.getNodeType();
        return switch (type.kind()) {
            case TEXT -> given == JsonNodeType.STRING;
            case BOOLEAN -> given == JsonNodeType.BOOLEAN;
            case INT32, INT64 -> given == JsonNodeType.NUMBER && Integers.fits(value, type.kind(), numbers);
            case STRUCTURE -> isExact(value, Objects.requireNonNull(type.structure()));
            case LIST -> given == JsonNodeType.ARRAY && areExact(value, Objects.requireNonNull(type.element()));
            case MAP -> given == JsonNodeType.OBJECT && areExact(value, Objects.requireNonNull(type.element()));
            case TIME -> given == JsonNodeType.STRING && GoTime.fault(value.textValue()) == null;
            case QUANTITY -> given != JsonNodeType.NULL && QuantityForm.fault(value, numbers) == null;
            case INTEGER_OR_TEXT ->
                given == JsonNodeType.STRING
                        || (given == JsonNodeType.NUMBER && Integers.fits(value, GoType.Kind.INT32, numbers));
            case ANYTHING -> true;
        };
    }

    private boolean areExact(JsonNode values, GoType type) {
        for (JsonNode value : values) {
            if (!isExact(value, type)) {
                return false;
            }
        }
        return true;
    }
}
