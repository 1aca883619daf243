package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.source.FaultCollector;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole rule with variables, as mutation substitutes it: afterwards it must be a rule again. A text of a rule that
 * became null is empty, any other value where a text belongs is an error; a pattern, a patch, the key of a condition
 * and the like may become anything. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, SubstituteAllInRule
 */
public final class RuleTemplate {
    private static final Set<String> FREE = Set.of(
            "pattern", "anyPattern", "patchStrategicMerge", "data", "key", "value", "default", "attestor", "assert");

    private final JsonNode rule;
    private final Template template;

    private RuleTemplate(JsonNode rule, Template template) {
        this.rule = rule;
        this.template = template;
    }

    /**
     * Compiles a rule.
     *
     * @param rule the rule, in which every text is where a text belongs
     * @param queries compiles the expressions
     * @return the template; what is wrong with its variables shows when it is resolved
     */
    public static RuleTemplate compile(JsonNode rule, QueryCompiler queries) {
        return new RuleTemplate(rule, Template.compile(rule, queries));
    }

    /** {@return whether there is nothing to ask} */
    public boolean isStatic() {
        return template.isStatic();
    }

    /** {@return the variables that stand in the rule as they are, in the order of the document} */
    public List<TemplateVariable> variables() {
        return template.variables();
    }

    /**
     * Reports variables that hold no valid expression, and a reference that leads nowhere.
     *
     * @param pointer the JSON pointer of the rule in its document
     * @param faults takes the faults
     */
    public void reportFaults(String pointer, FaultCollector faults) {
        template.reportFaults(pointer, faults);
    }

    /**
     * Reports the same of one block only.
     *
     * @param block the JSON pointer of the block in the rule
     * @param pointer the JSON pointer of the rule in its document
     * @param faults takes the faults
     */
    public void reportFaults(String block, String pointer, FaultCollector faults) {
        template.reportFaults(block, pointer, faults);
    }

    /**
     * Substitutes the variables.
     *
     * @param scope what variables are asked of
     * @return the rule
     * @throws SubstitutionException if a variable or reference has no value, what comes out is no rule, or a limit is
     *     reached
     */
    public JsonNode resolve(QueryScope scope) {
        JsonNode resolved = template.resolve(scope);
        return resolved == rule ? rule : typed(rule, resolved, Place.ROOT);
    }

    /** Returns the resolved node with empty texts where texts of the rule became null. */
    private static JsonNode typed(JsonNode written, JsonNode resolved, Place place) {
        if (written == resolved) {
            return resolved;
        }
        if (written.isTextual()) {
            return text(resolved, place);
        }
        if (resolved instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, typed(written.path(i), list.get(i), place.element(i)));
            }
        } else if (resolved instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode before = written.path(field.getKey());
                if (!FREE.contains(field.getKey()) && !before.isMissingNode()) {
                    field.setValue(typed(before, field.getValue(), place.key(field.getKey())));
                }
            }
        }
        return resolved;
    }

    private static JsonNode text(JsonNode resolved, Place place) {
        if (resolved.isTextual()) {
            return resolved;
        }
        if (resolved.isNull()) {
            return TextNode.valueOf("");
        }
        String message = "failed to decode the rule: expected a text at path " + place.path() + ", found "
                + (resolved.isArray() ? "a list" : resolved.isObject() ? "an object" : "`" + resolved + "`");
        throw new SubstitutionException(message, place.pointer(), null);
    }
}
