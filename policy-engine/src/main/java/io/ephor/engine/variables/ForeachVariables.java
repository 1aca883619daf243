package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Where variables of loops, {@code element} and the like, may stand: below {@code foreach}.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, ValidateElementInForEach
 */
public final class ForeachVariables {
    private static final String ELEMENT = "element";
    private static final String FOREACH = "/foreach/";

    private ForeachVariables() {}

    /**
     * Looks for a variable of a loop outside of loops.
     *
     * @param tree a rule
     * @return the first one, or null where there is none
     */
    public static @Nullable TemplateVariable firstOutside(JsonNode tree) {
        for (TemplateVariable variable : TemplateVariables.ofFirstPass(tree)) {
            if (variable.expression().startsWith(ELEMENT) && !variable.path().contains(FOREACH)) {
                return variable;
            }
        }
        return null;
    }

    /**
     * {@return what Kyverno says about such a variable}
     *
     * @param variable the variable
     */
    public static String text(TemplateVariable variable) {
        return "variable '" + variable.expression() + "' present outside of foreach at path " + variable.path();
    }
}
