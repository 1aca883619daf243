package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.SubstitutionException;
import org.jspecify.annotations.Nullable;

/**
 * A variable: a value, an expression, or an expression on a value, and a default.
 *
 * <p>Kyverno: pkg/engine/context/loaders/variable.go
 *
 * @param path the expression, or null
 * @param query the expression where its text is fixed, or null
 * @param value the value, or null
 * @param fallback the default, or null
 */
record VariableEntry(
        EntryName name,
        @Nullable EntryText path,
        @Nullable Query query,
        @Nullable EntryText value,
        @Nullable EntryText fallback)
        implements CompiledEntry {
    @Override
    public String kind() {
        return EntryKind.VARIABLE.field();
    }

    @Override
    public boolean isAvailable(EvaluationScope evaluation) {
        return true;
    }

    @Override
    public void load(RuleScope scope, EntryState state) {
        String expression = expression(scope);
        JsonNode defaultValue = fallback == null ? NullNode.instance : substitute(fallback, scope);
        JsonNode output = output(scope, expression, defaultValue);
        if (output.isNull()) {
            throw LoadFailure.of("failed to add context entry for variable " + name + " since it evaluated to nil");
        }
        long bytes = bytes(scope, output);
        state.fetched(Fetched.of(output));
        scope.replaceEntry(name, output, bytes);
    }

    private String expression(RuleScope scope) {
        if (path == null) {
            return "";
        }
        JsonNode text = substitute(path, scope);
        if (!text.isTextual()) {
            throw LoadFailure.of("jmespath value must be a string " + name + " " + path + ": <nil>");
        }
        return text.textValue();
    }

    private JsonNode substitute(EntryText text, RuleScope scope) {
        try {
            return text.resolve(scope);
        } catch (SubstitutionException exception) {
            throw LoadFailure.of(
                    "failed to substitute variables in context entry " + name + " " + text + ": ", exception);
        }
    }

    private JsonNode output(RuleScope scope, String expression, JsonNode defaultValue) {
        if (value != null) {
            JsonNode substituted = substitute(value, scope);
            return expression.isEmpty() ? substituted : applied(scope, expression, substituted, defaultValue);
        }
        if (expression.isEmpty()) {
            return defaultValue;
        }
        try {
            JsonNode found = ask(scope, expression, defaultValue.isNull());
            return found == null || found.isNull() ? defaultValue : found;
        } catch (QueryException exception) {
            return defaultOr(defaultValue, expression, exception.text(), exception);
        }
    }

    /** Returns the value of the expression; null, unless there has to be one, where it ends in an error. */
    private @Nullable JsonNode ask(RuleScope scope, String expression, boolean required) {
        if (query == null) {
            return scope.query(expression);
        }
        return required ? scope.query(query) : scope.orNull(query);
    }

    private JsonNode applied(RuleScope scope, String expression, JsonNode substituted, JsonNode defaultValue) {
        try {
            JsonNode found = defaultValue.isNull()
                    ? scope.search(expression, substituted)
                    : scope.orNull(expression, substituted);
            return found == null ? defaultValue : found;
        } catch (QueryException exception) {
            String text = exception.reason() == QueryException.Reason.INVALID
                    ? "failed to compile JMESPath: " + expression + ", error: " + exception.bareText()
                    : exception.bareText();
            return defaultOr(defaultValue, expression, text, exception);
        }
    }

    private static JsonNode defaultOr(JsonNode defaultValue, String expression, String text, QueryException exception) {
        if (defaultValue.isNull()) {
            throw new QueryException(
                    QueryException.Reason.LOAD,
                    "failed to apply jmespath " + expression + " to variable <nil>: " + text,
                    exception);
        }
        return defaultValue;
    }

    private long bytes(RuleScope scope, JsonNode output) {
        try {
            return scope.evaluation().length(output);
        } catch (ArithmeticException exception) {
            throw LoadFailure.of("failed to add context entry for variable " + name + ": json: unsupported value: "
                    + exception.getMessage());
        }
    }
}
