package io.ephor.engine.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.Fault;
import io.ephor.values.PointerToken;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The shape of a set of attestors inside an entry. The schema of the reference leaves it open, and what is wrong with it
 * ends every evaluation there in an error.
 */
final class NestedSets {
    private final Consumer<Fault> faults;

    NestedSets(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /** Reports what is wrong with a set, but for the sets in it; false where something is. */
    boolean check(JsonNode set, String pointer) {
        if (!is(set.isObject(), "an object", pointer)) {
            return false;
        }
        JsonNode count = set.path("count");
        boolean right =
                isAbsent(count) || (count.canConvertToInt() && count.isIntegralNumber() && count.intValue() > 0);
        right = is(right, "a whole number from 1", pointer + "/count");
        JsonNode entries = set.path("entries");
        if (!isAbsent(entries) && !is(entries.isArray(), "a list", pointer + "/entries")) {
            return false;
        }
        for (int i = 0; i < entries.size(); i++) {
            right &= entry(entries.get(i), pointer + "/entries/" + i);
        }
        return right;
    }

    private boolean entry(JsonNode entry, String pointer) {
        if (!is(entry.isObject(), "an object", pointer)) {
            return false;
        }
        JsonNode keys = entry.path("keys");
        JsonNode log = keys.path("rekor");
        boolean right = text(entry, pointer, "repository");
        right &= text(entry, pointer, "signatureAlgorithm");
        right &= annotations(entry.path("annotations"), pointer + "/annotations");
        right &= object(keys, pointer + "/keys");
        right &= text(keys, pointer + "/keys", "publicKeys");
        right &= object(log, pointer + "/keys/rekor");
        return text(log, pointer + "/keys/rekor", "url") && right;
    }

    private boolean annotations(JsonNode annotations, String pointer) {
        boolean right = object(annotations, pointer);
        for (Map.Entry<String, JsonNode> field : annotations.properties()) {
            right &= text(annotations, pointer, field.getKey());
        }
        return right;
    }

    private boolean object(JsonNode value, String pointer) {
        return is(isAbsent(value) || value.isObject(), "an object", pointer);
    }

    private boolean text(JsonNode object, String pointer, String field) {
        JsonNode value = object.path(field);
        return is(isAbsent(value) || value.isTextual(), "a text", pointer + "/" + PointerToken.escape(field));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private boolean is(boolean right, String expected, String pointer) {
        if (!right) {
            faults.accept(Fault.error("wrong-type", pointer, "expected " + expected));
        }
        return right;
    }
}
