package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of one policy. Immutable.
 *
 * @param name the name of the policy
 * @param resources variables by the name of the resource and then by their dotted path, in order
 * @param rules variables of single rules
 */
public record PolicyValues(String name, Map<String, Map<String, JsonNode>> resources, List<RuleValues> rules) {
    /**
     * Copies map and list.
     *
     * @param name the name of the policy
     * @param resources variables by the name of the resource and then by their dotted path, in order
     * @param rules variables of single rules
     */
    public PolicyValues {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        rules = List.copyOf(rules);
    }
}
