package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.wording.GoTypes;
import io.ephor.values.FieldPath;
import io.ephor.values.GoQuote;
import java.util.List;
import java.util.StringJoiner;

/** What the API server says about a document that has another shape than the schema of its kind. */
final class SchemaTexts {
    private SchemaTexts() {}

    static Fault wrongType(Fault fault, Shape shape, JsonNode found) {
        String pointer = fault.pointer();
        if (pointer.startsWith("/metadata/")) {
            int end = pointer.indexOf('/', "/metadata/".length());
            String field = pointer.substring("/metadata/".length(), end < 0 ? pointer.length() : end);
            String text = "json: cannot unmarshal " + GoTypes.json(found) + " into Go struct field ObjectMeta." + field
                    + " of type string";
            return fault.withKyvernoText(AdmissionStep.PARSING, text);
        }
        if (isDecodedOnly(pointer)) {
            return fault.withKyvernoText(AdmissionStep.DECODING, "policy type not supported ");
        }
        String type = GoQuote.of(typeName(found));
        String text = type + ": " + FieldPath.of(pointer) + " in body must be of type " + typeName(shape) + ": " + type;
        return at(fault, "Invalid value: " + text);
    }

    /** The schema leaves conditions and loops in loops open, so that only Go's decoding finds a fault in them. */
    private static boolean isDecodedOnly(String pointer) {
        boolean conditions = pointer.contains("/preconditions") || pointer.contains("/deny/conditions");
        int loop = pointer.indexOf("/foreach/");
        return conditions || (loop >= 0 && pointer.indexOf("/foreach/", loop + 1) >= 0);
    }

    static Fault unsupported(Fault fault, String found, List<String> allowed) {
        StringJoiner values = new StringJoiner(", ");
        for (String value : allowed) {
            values.add(GoQuote.of(value));
        }
        return at(fault, "Unsupported value: " + GoQuote.of(found) + ": supported values: " + values);
    }

    static Fault outside(Fault fault, long minimum, JsonNode found) {
        if (!found.canConvertToLong() || found.longValue() >= minimum) {
            return fault;
        }
        String text = found.longValue() + ": " + FieldPath.of(fault.pointer())
                + " in body should be greater than or equal to ";
        return at(fault, "Invalid value: " + text + minimum);
    }

    static Fault required(Fault fault, String name) {
        String parent = fault.pointer().isEmpty() ? "" : FieldPath.of(fault.pointer()) + ".";
        return fault.withKyvernoText(AdmissionStep.SCHEMA, parent + name + ": Required value");
    }

    static Fault requiredOneOf(Fault fault, List<String> names) {
        String place = FieldPath.of(fault.pointer());
        String text = whole(place, "must validate one and only one schema (oneOf). Found none valid") + ", " + place
                + "." + names.get(0) + ": Required value";
        return fault.withKyvernoText(AdmissionStep.SCHEMA, "[" + text + "]");
    }

    /** Words a fault of an object as a whole, which the API server does not place. */
    static Fault ofWhole(Fault fault, String text) {
        return fault.withKyvernoText(AdmissionStep.SCHEMA, whole(FieldPath.of(fault.pointer()), text));
    }

    static Fault unknown(Fault fault) {
        String text = FieldPath.of(fault.pointer()) + ": Invalid value: value provided for unknown field";
        return fault.withKyvernoText(AdmissionStep.PARSING, text);
    }

    static Fault at(Fault fault, String text) {
        return fault.withKyvernoText(AdmissionStep.SCHEMA, FieldPath.of(fault.pointer()) + ": " + text);
    }

    private static String whole(String place, String text) {
        return "<nil>: Invalid value: \"\": " + GoQuote.of(place) + " " + text;
    }

    private static String typeName(Shape shape) {
        if (shape instanceof ListShape) {
            return "array";
        }
        if (shape instanceof BooleanShape) {
            return "boolean";
        }
        if (shape instanceof IntegerShape) {
            return "integer";
        }
        return shape instanceof TextShape ? "string" : "object";
    }

    private static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case NUMBER -> node.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
        };
    }
}
