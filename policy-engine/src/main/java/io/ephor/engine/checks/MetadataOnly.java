package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a rule looks at nothing of a resource but its metadata. */
final class MetadataOnly {
    private static final Pattern REQUEST =
            Pattern.compile("\\{\\{\\s*(request\\.|serviceAccountName|serviceAccountNamespace)[^{}]*}}");

    private MetadataOnly() {}

    static boolean holds(JsonNode rule) {
        JsonNode validate = rule.path("validate");
        boolean patterns = only(validate.path("pattern")) && alternatives(validate.path("anyPattern"));
        return patterns
                && only(rule.path("mutate").path("patchStrategicMerge"))
                && conditions(validate.path("deny").path("conditions"));
    }

    private static boolean alternatives(JsonNode list) {
        for (JsonNode pattern : list) {
            if (!only(pattern)) {
                return false;
            }
        }
        return list.isArray() || list.isMissingNode();
    }

    private static boolean only(JsonNode pattern) {
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            if (!field.getKey().equals("metadata")) {
                return false;
            }
        }
        return true;
    }

    /** Conditions of the old form, a list, ask only of the request and of metadata; others are not looked at. */
    private static boolean conditions(JsonNode list) {
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            String key = Texts.of(list.get(i), "key");
            boolean request = REQUEST.matcher(key).find() && !key.contains("request.object.spec");
            if (!key.contains("request.object.metadata.") && !request) {
                return false;
            }
        }
        return true;
    }
}
