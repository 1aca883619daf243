package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the merge asks of single values: their kinds and texts as the reference's YAML library has them. */
final class Values {
    private Values() {}

    /** {@return whether there is no value or a null} */
    static boolean isNothing(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode();
    }

    static boolean isScalar(JsonNode value) {
        return !value.isContainerNode() && !isNothing(value);
    }

    /** {@return whether there is no value, a null or an empty map} */
    static boolean isEmptyMap(@Nullable JsonNode value) {
        return value == null || isNothing(value) || (value.isObject() && value.isEmpty());
    }

    /** {@return the text of a scalar; {@code null} for null, empty for a map or a list} */
    static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case NUMBER -> JsonNumber.jsonText(value);
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL, MISSING -> "null";
            case OBJECT, ARRAY -> "";
            case BINARY, POJO -> value.toString();
        };
    }

    /** {@return the text of the value of a merge key, empty where there is none} */
    static String keyText(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "" : text(value);
    }

    /** {@return a number of a patch as substitution leaves it: a float64, written with the fewest digits} */
    static JsonNode patchNumber(JsonNode number) {
        double value = JsonNumber.doubleValue(number);
        if (!Double.isFinite(value)) {
            return number;
        }
        OptionalLong whole = NumberText.parseInteger(NumberText.json(value));
        if (whole.isEmpty()) {
            return number.isDouble() ? number : DoubleNode.valueOf(value);
        }
        boolean kept =
                number.isIntegralNumber() && number.canConvertToLong() && number.longValue() == whole.getAsLong();
        return kept ? number : LongNode.valueOf(whole.getAsLong());
    }

    /** {@return whether two values are written the same way} */
    static boolean same(JsonNode left, JsonNode right) {
        return left == right || JsonEquality.sameValue(left, right, NumberView.AS_WRITTEN);
    }

    /** {@return what a value becomes when it is set over another} What replaces a text stays a text. */
    static JsonNode over(@Nullable JsonNode old, JsonNode value) {
        boolean keepsQuotes = old != null && old.isTextual() && (value.isNumber() || value.isBoolean());
        return keepsQuotes ? TextNode.valueOf(text(value)) : value;
    }

    /** {@return the value of a plain scalar, as YAML reads it} */
    static JsonNode plain(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        OptionalLong whole = NumberText.parseInteger(text);
        return whole.isPresent() ? LongNode.valueOf(whole.getAsLong()) : TextNode.valueOf(text);
    }

    static String kindName(JsonNode value) {
        if (value.isObject()) {
            return "MappingNode";
        }
        return value.isArray() ? "SequenceNode" : "ScalarNode";
    }

    /** Fails unless the value is a map or a null. */
    static void requireMap(JsonNode value) {
        if (!value.isObject() && !isNothing(value)) {
            throw MergeFault.wrongKind("MappingNode", kindName(value), FlowText.of(value));
        }
    }

    /** Fails unless the value is a scalar or a null. */
    static void requireScalar(JsonNode value) {
        if (value.isContainerNode()) {
            throw MergeFault.wrongKind("ScalarNode", kindName(value), FlowText.of(value));
        }
    }
}
