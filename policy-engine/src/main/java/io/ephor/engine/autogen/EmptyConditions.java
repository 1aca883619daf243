package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Leaves out the empty {@code any} and {@code all} of conditions. Kyverno writes a derived rule as JSON and reads it
 * back, which loses them; it matters, because an empty {@code any} is never true, and an absent one always. The
 * preconditions of an outer loop keep theirs, because they are read back into the loop from which they came.
 *
 * <p>Kyverno: {@code pkg/autogen/v1/autogen.go}, convertRule.
 */
final class EmptyConditions {
    private EmptyConditions() {}

    /** Leaves them out of a field that holds conditions; a list without conditions goes as a whole. */
    static void dropIn(ObjectNode owner, String field) {
        JsonNode conditions = owner.path(field);
        if (conditions.isArray() && conditions.isEmpty()) {
            owner.remove(field);
            return;
        }
        boolean emptyAny = isEmptyList(conditions.path("any"));
        boolean emptyAll = isEmptyList(conditions.path("all"));
        if (!emptyAny && !emptyAll) {
            return;
        }
        ObjectNode copy = RuleDerivation.copyOf(conditions);
        if (emptyAny) {
            copy.remove("any");
        }
        if (emptyAll) {
            copy.remove("all");
        }
        owner.set(field, copy);
    }

    static JsonNode droppedInDeny(JsonNode deny) {
        if (!deny.isObject()) {
            return deny;
        }
        JsonNode conditions = deny.path("conditions");
        if (!isEmptyList(conditions.path("any")) && !isEmptyList(conditions.path("all"))) {
            return deny;
        }
        ObjectNode copy = RuleDerivation.copyOf(deny);
        dropIn(copy, "conditions");
        return copy;
    }

    static ArrayNode droppedInLoops(JsonNode loops, boolean nested) {
        ArrayNode derived = JsonNodeFactory.instance.arrayNode(loops.size());
        for (JsonNode loop : loops) {
            ObjectNode copy = RuleDerivation.copyOf(loop);
            if (nested) {
                dropIn(copy, "preconditions");
            }
            if (loop.hasNonNull("deny")) {
                copy.set("deny", droppedInDeny(loop.get("deny")));
            }
            if (loop.path("foreach").isArray()) {
                copy.set("foreach", droppedInLoops(loop.get("foreach"), true));
            }
            derived.add(copy);
        }
        return derived;
    }

    static ArrayNode droppedInImages(JsonNode entries) {
        ArrayNode derived = JsonNodeFactory.instance.arrayNode(entries.size());
        for (JsonNode entry : entries) {
            JsonNode deny = entry.path("validate").path("deny");
            JsonNode dropped = droppedInDeny(deny);
            if (dropped == deny) {
                derived.add(entry);
                continue;
            }
            ObjectNode validate = RuleDerivation.copyOf(entry.path("validate"));
            validate.set("deny", dropped);
            ObjectNode copy = RuleDerivation.copyOf(entry);
            copy.set("validate", validate);
            derived.add(copy);
        }
        return derived;
    }

    private static boolean isEmptyList(JsonNode list) {
        return list.isArray() && list.isEmpty();
    }
}
