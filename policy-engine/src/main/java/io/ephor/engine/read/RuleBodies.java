package io.ephor.engine.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which operations a rule has. A body that holds nothing, as Go decodes it, is no operation: {@code mutate: {}} is none,
 * {@code mutate: {targets: []}} is one.
 *
 * <p>Kyverno: {@code api/kyverno/v1/rule_types.go}.
 */
public final class RuleBodies {
    private RuleBodies() {}

    /** {@return whether a rule validates} */
    public static boolean isValidate(JsonNode rule) {
        return holdsSomething(rule.path("validate"));
    }

    /** {@return whether a rule mutates} */
    public static boolean isMutate(JsonNode rule) {
        return holdsSomething(rule.path("mutate"));
    }

    /** {@return whether a rule generates} */
    public static boolean isGenerate(JsonNode rule) {
        JsonNode generate = rule.path("generate");
        if (!generate.isObject()) {
            return holdsSomething(generate);
        }
        for (var field : generate.properties()) {
            boolean structure = field.getKey().equals("clone") || field.getKey().equals("cloneList");
            if (structure ? holdsSomething(field.getValue()) : isGiven(field.getKey(), field.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a rule verifies images} */
    public static boolean isVerifyImages(JsonNode rule) {
        for (JsonNode entry : rule.path("verifyImages")) {
            for (var field : entry.properties()) {
                boolean structure = field.getKey().equals("validate");
                if (structure ? holdsSomething(field.getValue()) : isGiven("", field.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsSomething(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            return body.isValueNode() && !body.isNull();
        }
        for (var field : object.properties()) {
            if (isGiven(field.getKey(), field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGiven(String name, JsonNode value) {
        if (value.isNull()) {
            return false;
        }
        if (value.isTextual()) {
            return !value.textValue().isEmpty() || isPointer(name);
        }
        return !value.isBoolean() || value.booleanValue() || isPointer(name);
    }

    /** Fields in which even the empty text and {@code false} are something. */
    private static boolean isPointer(String name) {
        return switch (name) {
            case "failureAction",
                    "allowExistingViolations",
                    "mutateExistingOnPolicyUpdate",
                    "generateExisting",
                    "pattern",
                    "anyPattern",
                    "assert",
                    "patchStrategicMerge",
                    "data" -> true;
            default -> false;
        };
    }
}
