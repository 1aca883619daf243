package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.values.PatchOperation;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a rule looks at nothing of a resource but its metadata. */
final class MetadataOnly {
    private static final Pattern REQUEST =
            Pattern.compile("\\{\\{\\s*(request\\.|serviceAccountName|serviceAccountNamespace)[^{}]*}}");

    private MetadataOnly() {}

    /** Says whether that holds for the body of a rule and, of the old form, the conditions on which it denies. */
    static boolean holds(JsonNode rule) {
        return inBodies(rule) && conditions(rule.path("validate").path("deny").path("conditions"));
    }

    /** Says whether that holds for the patterns and patches of a rule. */
    static boolean inBodies(JsonNode rule) {
        JsonNode validate = rule.path("validate");
        return only(validate.path("pattern"))
                && alternatives(validate.path("anyPattern"))
                && only(rule.path("mutate").path("patchStrategicMerge"))
                && operations(Texts.of(rule.path("mutate"), "patchesJson6902"));
    }

    /** A patch that is written as YAML is not looked at. */
    private static boolean operations(String patch) {
        if (!patch.startsWith("[")) {
            return true;
        }
        for (PatchOperation operation : JsonPatchDocument.parse(patch).operations()) {
            if (!operation.path().startsWith("/metadata")) {
                return false;
            }
        }
        return true;
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
