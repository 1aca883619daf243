package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step from a rule to a rule one level further out: what is laid over the resource is wrapped, references in
 * messages are shifted. Rules that are given are not written to.
 *
 * @param templateKey the key below {@code spec} in which the resource of the given rule lies
 * @param shift what references in messages are shifted by
 */
record RuleDerivation(String templateKey, String shift) {
    private static final List<String> ACTION_FIELDS =
            List.of("failureAction", "failureActionOverrides", "allowExistingViolations");

    /** Returns the derived rule, or null where the rule has no body from which one can be derived. */
    @Nullable
    ObjectNode derive(String name, JsonNode rule) {
        ObjectNode derived = copyOf(rule);
        derived.put("name", name);
        derived.remove(List.of("imageExtractors", "generate"));
        dropEmpty(derived, "context");
        dropEmpty(derived, "celPreconditions");
        EmptyConditions.dropIn(derived, "preconditions");
        return deriveBody(derived) ? derived : null;
    }

    private boolean deriveBody(ObjectNode rule) {
        JsonNode mutate = rule.path("mutate");
        if (mutate.hasNonNull("patchStrategicMerge")) {
            ObjectNode patch = JsonNodeFactory.instance.objectNode();
            patch.set("patchStrategicMerge", wrapped(mutate.get("patchStrategicMerge")));
            rule.set("mutate", patch);
            return true;
        }
        if (!mutate.path("foreach").isEmpty()) {
            rule.set("mutate", mutateLoops(mutate.get("foreach")));
            return true;
        }
        JsonNode validate = rule.path("validate");
        JsonNode derived = validate.isObject() ? validate(validate) : null;
        if (derived != null) {
            rule.set("validate", derived);
            return true;
        }
        if (!rule.hasNonNull("verifyImages")) {
            return false;
        }
        rule.set("verifyImages", EmptyConditions.droppedInImages(rule.get("verifyImages")));
        return true;
    }

    private ObjectNode mutateLoops(JsonNode loops) {
        ArrayNode derived = JsonNodeFactory.instance.arrayNode();
        for (JsonNode loop : loops) {
            ObjectNode copy = derived.addObject();
            take("list", loop, copy);
            take("context", loop, copy);
            take("preconditions", loop, copy);
            JsonNode patch = loop.get("patchStrategicMerge");
            copy.set("patchStrategicMerge", wrapped(patch == null ? JsonNodeFactory.instance.nullNode() : patch));
        }
        ObjectNode mutate = JsonNodeFactory.instance.objectNode();
        mutate.set("foreach", derived);
        return mutate;
    }

    private @Nullable JsonNode validate(JsonNode validate) {
        if (validate.hasNonNull("pattern")) {
            ObjectNode derived = withMessage(validate, "pattern");
            derived.set("pattern", wrapped(validate.get("pattern")));
            return derived;
        }
        if (validate.hasNonNull("deny")) {
            ObjectNode derived = withMessage(validate, "deny");
            derived.set("deny", EmptyConditions.droppedInDeny(validate.get("deny")));
            return derived;
        }
        if (validate.hasNonNull("podSecurity")) {
            ObjectNode derived = withMessage(validate, "podSecurity");
            derived.set("podSecurity", validate.get("podSecurity"));
            return derived;
        }
        if (validate.hasNonNull("anyPattern")) {
            return withAnyPattern(validate);
        }
        if (!validate.path("foreach").isEmpty()) {
            ObjectNode derived = withMessage(validate, "pattern");
            derived.set("foreach", EmptyConditions.droppedInLoops(validate.get("foreach"), false));
            return derived;
        }
        return validate.path("cel").isEmpty() ? null : validate;
    }

    private ObjectNode withAnyPattern(JsonNode validate) {
        ObjectNode derived = withMessage(validate, "anyPattern");
        JsonNode patterns = validate.get("anyPattern");
        if (!patterns.isArray() || patterns.isEmpty()) {
            return derived;
        }
        ArrayNode wrapped = derived.putArray("anyPattern");
        for (JsonNode pattern : patterns) {
            wrapped.add(wrapped(pattern));
        }
        return derived;
    }

    private ObjectNode withMessage(JsonNode validate, String pivot) {
        ObjectNode derived = JsonNodeFactory.instance.objectNode();
        for (String field : ACTION_FIELDS) {
            take(field, validate, derived);
        }
        JsonNode message = validate.path("message");
        if (message.isTextual()) {
            derived.put("message", ReferenceShift.shifted(message.textValue(), shift, pivot));
        }
        return derived;
    }

    private ObjectNode wrapped(JsonNode value) {
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
        wrapped.putObject("spec").set(templateKey, value);
        return wrapped;
    }

    private static void take(String field, JsonNode from, ObjectNode to) {
        JsonNode value = from.get(field);
        if (value != null && !value.isNull()) {
            to.set(field, value);
        }
    }

    private static void dropEmpty(ObjectNode rule, String field) {
        if (rule.path(field).isEmpty()) {
            rule.remove(field);
        }
    }

    static ObjectNode copyOf(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        return object.isObject() ? copy.setAll((ObjectNode) object) : copy;
    }
}
