package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of one rule of a policy. Immutable.
 *
 * @param name the rule as written; its values hold for the rules that autogen derives from it too
 * @param values variables by their dotted path, in order
 * @param foreachValues variables of a foreach by their dotted path, with one value an element
 */
public record RuleValues(String name, Map<String, JsonNode> values, Map<String, List<JsonNode>> foreachValues) {
    /**
     * Copies the maps.
     *
     * @param name the rule as written; its values hold for the rules that autogen derives from it too
     * @param values variables by their dotted path, in order
     * @param foreachValues variables of a foreach by their dotted path, with one value an element
     */
    public RuleValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        foreachValues = Collections.unmodifiableMap(new LinkedHashMap<>(foreachValues));
    }
}
