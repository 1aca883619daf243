package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of subjects and issuers.
 *
 * <p>Go: crypto/x509/pkix
 */
final class DistinguishedName {
    private static final String FAULT = "x509: invalid RDNSequence";
    private static final List<Integer> ATTRIBUTES = List.of(2, 5, 4);
    private static final Map<Integer, String> LISTS = Map.of(
            6,
            "Country",
            7,
            "Locality",
            8,
            "Province",
            9,
            "StreetAddress",
            10,
            "Organization",
            11,
            "OrganizationalUnit",
            17,
            "PostalCode");
    private static final Map<Integer, String> TEXTS = Map.of(3, "CommonName", 5, "SerialNumber");

    private DistinguishedName() {}

    /**
     * Returns a name as JSON.
     *
     * @param textsOnly whether values that are no texts are faults
     */
    static JsonNode read(Der element, boolean textsOnly) {
        Der sequence = element.content(Der.SEQUENCE, FAULT);
        ObjectNode name = Json.object();
        LISTS.values().forEach(list -> name.set(list, NullNode.instance));
        TEXTS.values().forEach(text -> name.put(text, ""));
        name.set("ExtraNames", NullNode.instance);
        ArrayNode names = Json.list();
        while (!sequence.isEmpty()) {
            Der set = sequence.content(Der.SET, FAULT);
            while (!set.isEmpty()) {
                names.add(attribute(set.content(Der.SEQUENCE, FAULT), name, textsOnly));
            }
        }
        name.set("Names", Json.orNull(names));
        return name;
    }

    private static ObjectNode attribute(Der pair, ObjectNode name, boolean textsOnly) {
        List<Integer> type = pair.arcs(FAULT);
        JsonNode value = value(pair, textsOnly);
        if (value.isTextual() && type.size() == 4 && type.subList(0, 3).equals(ATTRIBUTES)) {
            fill(name, type.get(3), value);
        }
        ObjectNode attribute = Json.object();
        attribute.set("Type", Json.arcs(type));
        attribute.set("Value", value);
        return attribute;
    }

    private static void fill(ObjectNode name, int type, JsonNode value) {
        String text = TEXTS.get(type);
        if (text != null) {
            name.set(text, value);
        }
        String list = LISTS.get(type);
        if (list != null) {
            Json.add(name, list, value);
        }
    }

    private static JsonNode value(Der pair, boolean textsOnly) {
        int tag = pair.tag(FAULT);
        if (!textsOnly && tag <= Der.OBJECT_IDENTIFIER) {
            return anyValue(pair);
        }
        String text = DerText.of(tag, pair.any(FAULT).toBytes());
        if (text == null && textsOnly) {
            throw new IllegalArgumentException(FAULT + ": invalid attribute value: unsupported string type: " + tag);
        }
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }

    /** Takes a value of any plain kind away; null for a kind that Go has no value for. */
    static JsonNode anyValue(Der pair) {
        int tag = pair.tag(FAULT);
        return switch (tag) {
            case Der.BOOLEAN -> BooleanNode.valueOf(pair.booleanValue(FAULT));
            case Der.INTEGER -> Json.number(pair.longInteger(Der.INTEGER, FAULT));
            case Der.BIT_STRING -> bits(pair.bitString(FAULT));
            case Der.OCTET_STRING -> TextNode.valueOf(pair.content(tag, FAULT).base64());
            case Der.OBJECT_IDENTIFIER -> Json.arcs(pair.arcs(FAULT));
            default -> textOrNull(DerText.of(tag, pair.any(FAULT).toBytes()));
        };
    }

    private static JsonNode bits(BitString bits) {
        return Json.object().put("Bytes", bits.base64()).set("BitLength", Json.number(bits.length()));
    }

    private static JsonNode textOrNull(@Nullable String text) {
        return text == null ? NullNode.instance : TextNode.valueOf(text);
    }
}
