package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.QueryScope;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * One condition. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/variables/evaluate.go
 */
final class CompiledCondition {
    private static final String NO_OPERATOR = "failed to create handler for condition operator: %!w(<nil>)";

    private final Side key;
    private final Side value;
    private final @Nullable OperatorTest test;
    private final String message;

    /**
     * @param test what decides, or null where the operator is none
     * @param message the message as written; empty where there is none
     * @param queried how numbers are seen that come out of queries
     */
    CompiledCondition(Template key, Template value, @Nullable OperatorTest test, String message, NumberView queried) {
        this.key = new Side("key", key, queried);
        this.value = new Side("value", value, queried);
        this.test = test;
        this.message = message;
    }

    String message() {
        return message;
    }

    /**
     * Says whether the condition holds.
     *
     * @throws ConditionException if a variable has no value, or the operator is none
     */
    boolean holds(QueryScope scope) {
        Operand left = key.operand(scope);
        Operand right = value.operand(scope);
        if (test == null) {
            throw new ConditionException(NO_OPERATOR, null);
        }
        return !left.isNull() && test.holds(left, right);
    }

    /** The key or the value as written; one without variables is an operand already. */
    private static final class Side {
        private final String name;
        private final Template template;
        private final NumberView queried;
        private final @Nullable Operand constant;

        Side(String name, Template template, NumberView queried) {
            this.name = name;
            this.template = template;
            this.queried = queried;
            this.constant = template.isStatic() ? literal(template.tree()) : null;
        }

        Operand operand(QueryScope scope) {
            if (constant != null) {
                return constant;
            }
            try {
                JsonNode resolved = template.resolve(scope);
                return template.tree().isTextual() ? new Operand(resolved, queried, queried) : literal(resolved);
            } catch (SubstitutionException exception) {
                String text = "failed to substitute variables in condition " + name + ": " + exception.text();
                throw new ConditionException(text, exception);
            }
        }

        /** A scalar is decoded anew and becomes a float64; what is inside a list keeps its kind. */
        private static Operand literal(JsonNode node) {
            return new Operand(node, NumberView.FLOAT64, NumberView.AS_WRITTEN);
        }
    }
}
