package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A scalar as it stands in a text, and what it means to Go's YAML reader. Immutable.
 *
 * <p>Kyverno: go.yaml.in/yaml/v2/resolve.go, sigs.k8s.io/yaml/yaml.go
 *
 * @param text the text, quotes and escapes already taken away
 * @param tag the full name of its tag, null when it has none
 * @param plain false when it was quoted or a block
 */
record YamlScalar(String text, @Nullable String tag, boolean plain) {
    private static final String PREFIX = "tag:yaml.org,2002:";
    private static final String MERGE_TAG = PREFIX + "merge";
    private static final String BINARY_TAG = PREFIX + "binary";

    /** Returns true for a merge key. */
    boolean isMerge() {
        if (!text.equals("<<")) {
            return false;
        }
        return tag == null ? plain : tag.equals("!") || tag.equals(MERGE_TAG);
    }

    /**
     * Returns what the scalar means: null, boolean, text, or a number that is an integer or a float64 as Go sees it
     * before it becomes JSON.
     *
     * @return null when the tag does not fit the text
     */
    @Nullable
    JsonNode resolve() {
        if (tag == null) {
            return plain ? plain(text) : TextNode.valueOf(text);
        }
        if (tag.equals(BINARY_TAG)) {
            return binary(text);
        }
        if (!tag.startsWith(PREFIX)) {
            return TextNode.valueOf(text);
        }
        return switch (tag.substring(PREFIX.length())) {
            case "bool" -> kept(plain(text), JsonNode::isBoolean);
            case "int" -> kept(plain(text), JsonNode::isIntegralNumber);
            case "null" -> kept(plain(text), JsonNode::isNull);
            case "float" -> asFloat(plain(text));
            case "timestamp" -> YamlTimestamp.isTimestamp(text) ? TextNode.valueOf(text) : null;
            default -> TextNode.valueOf(text);
        };
    }

    /** Returns the meaning of a scalar that has neither quotes nor tag. */
    static JsonNode plain(String text) {
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        char first = text.charAt(0);
        JsonNode number = null;
        if ((first >= '0' && first <= '9') || first == '-' || first == '+') {
            number = special(text);
            number = number == null ? YamlNumbers.read(text) : number;
        } else if (first == '.') {
            number = special(text);
            number = number == null ? YamlNumbers.readFraction(text) : number;
        } else if (text.length() <= 5) {
            return word(text);
        }
        return number == null ? TextNode.valueOf(text) : number;
    }

    private static JsonNode word(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> BooleanNode.TRUE;
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> BooleanNode.FALSE;
            case "~", "null", "Null", "NULL" -> NullNode.instance;
            default -> TextNode.valueOf(text);
        };
    }

    private static @Nullable JsonNode special(String text) {
        if (text.length() < 4 || text.length() > 5) {
            return null;
        }
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> DoubleNode.valueOf(Double.POSITIVE_INFINITY);
            case "-.inf", "-.Inf", "-.INF" -> DoubleNode.valueOf(Double.NEGATIVE_INFINITY);
            case ".nan", ".NaN", ".NAN" -> DoubleNode.valueOf(Double.NaN);
            default -> null;
        };
    }

    private interface Test {
        boolean holds(JsonNode value);
    }

    private static @Nullable JsonNode kept(JsonNode value, Test test) {
        return test.holds(value) ? value : null;
    }

    private static @Nullable JsonNode asFloat(JsonNode value) {
        if (value instanceof DoubleNode) {
            return value;
        }
        boolean converts = value.isIntegralNumber() && value.canConvertToLong();
        return converts ? DoubleNode.valueOf((double) value.longValue()) : null;
    }

    private static @Nullable JsonNode binary(String text) {
        String digits = text.replace("\n", "").replace("\r", "");
        if (digits.length() % 4 != 0) {
            return null;
        }
        try {
            return TextNode.valueOf(
                    Utf8Text.decodeByteForByte(Base64.getDecoder().decode(digits)));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
