package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Points the expressions of a rule for pods at a pod template. It is a replacement of text in every key and text of the
 * rule, whatever the text means.
 *
 * <p>Kyverno: {@code pkg/autogen/v1/rule.go}, updateFields.
 */
enum TemplateReplacement {
    POD_TEMPLATE("spec.template."),
    CRON_JOB_TEMPLATE("spec.jobTemplate.spec.template.");

    private static final String[] OWNERS = {"request.object.", "request.oldObject."};
    private static final String[] OWNERS_IN_CEL = {"object.", "oldObject."};
    private static final String[] FIELDS = {"spec", "metadata"};
    private static final String COMMON = "bject.";

    private final String prefix;

    TemplateReplacement(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the rule with the replacements; it shares what holds none. */
    JsonNode in(JsonNode rule) {
        return replaced(rule, rule.path("validate").hasNonNull("cel") ? OWNERS_IN_CEL : OWNERS);
    }

    /** Says whether a rule holds text that may have to be replaced. */
    static boolean isNeeded(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().contains(COMMON);
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (field.getKey().contains(COMMON) || isNeeded(field.getValue())) {
                    return true;
                }
            }
            return false;
        }
        for (int i = 0; i < node.size(); i++) {
            if (isNeeded(node.get(i))) {
                return true;
            }
        }
        return false;
    }

    private JsonNode replaced(JsonNode node, String[] owners) {
        if (node.isTextual()) {
            String before = node.textValue();
            String after = replaced(before, owners);
            return after.equals(before) ? node : TextNode.valueOf(after);
        }
        if (node.isObject()) {
            return replacedObject(node, owners);
        }
        return node.isArray() ? replacedArray(node, owners) : node;
    }

    private JsonNode replacedObject(JsonNode object, String[] owners) {
        ObjectNode copy = null;
        int unchanged = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = replaced(field.getKey(), owners);
            JsonNode value = replaced(field.getValue(), owners);
            boolean changed = value != field.getValue() || !key.equals(field.getKey());
            if (copy == null && changed) {
                copy = firstFields(object, unchanged);
            }
            if (copy != null) {
                copy.set(key, value);
            }
            unchanged++;
        }
        return copy == null ? object : copy;
    }

    private static ObjectNode firstFields(JsonNode object, int count) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (copy.size() == count) {
                break;
            }
            copy.set(field.getKey(), field.getValue());
        }
        return copy;
    }

    private JsonNode replacedArray(JsonNode array, String[] owners) {
        ArrayNode copy = null;
        int size = array.size();
        for (int i = 0; i < size; i++) {
            JsonNode before = array.get(i);
            JsonNode after = replaced(before, owners);
            if (after == before) {
                continue;
            }
            copy = copy == null ? JsonNodeFactory.instance.arrayNode(size).addAll((ArrayNode) array) : copy;
            copy.set(i, after);
        }
        return copy == null ? array : copy;
    }

    private String replaced(String text, String[] owners) {
        if (!text.contains(COMMON)) {
            return text;
        }
        String replaced = text;
        for (String field : FIELDS) {
            for (String owner : owners) {
                replaced = replaced.replace(owner + field, owner + prefix + field);
            }
        }
        return replaced;
    }
}
