package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
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

    /**
     * Gives the variables to a request: to the rule and to the rules that autogen derives from it. Of the values of a
     * foreach the first one holds for every element.
     *
     * <p>Kyverno: cmd/cli/kubectl-kyverno/store/contextloader.go.
     *
     * @param context the context of the request
     */
    void addTo(EvaluationContext.Builder context) {
        for (String rule : List.of(name, "autogen-" + name, "autogen-cronjob-" + name)) {
            values.forEach((path, value) -> context.ruleVariable(rule, path, value));
            foreachValues.forEach((path, elements) -> {
                if (!elements.isEmpty()) {
                    context.ruleVariable(rule, path, elements.get(0));
                }
            });
        }
    }
}
