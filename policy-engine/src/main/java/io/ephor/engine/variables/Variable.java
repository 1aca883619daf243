package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.WhiteSpace;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the braces of a variable: an expression, perhaps with the mark that its value is not searched for
 * variables. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/variables/vars.go, substituteVariablesIfAny
 */
final class Variable {
    private static final String CURRENT_FIELD = "@";
    private static final String TARGET = "target";
    private static final String OBJECT = "request.object";
    private static final String OLD_OBJECT = "request.oldObject";

    private final String expression;
    private final String deletionExpression;
    private final boolean shallow;
    private final @Nullable Query query;
    private final @Nullable Query deletionQuery;
    private final @Nullable Variable ofTarget;

    private Variable(String expression, boolean shallow, @Nullable QueryCompiler queries, @Nullable Variable ofTarget) {
        this.expression = expression;
        this.shallow = shallow;
        // In a request that deletes, the object is the old one: replaced as text, in literals and longer names too.
        boolean twofold = expression.contains(OBJECT);
        this.deletionExpression = twofold ? expression.replace(OBJECT, OLD_OBJECT) : expression;
        this.query = queries == null ? null : queries.compile(expression);
        this.deletionQuery = queries == null || !twofold ? query : queries.compile(deletionExpression);
        this.ofTarget = ofTarget;
    }

    /**
     * Reads a variable.
     *
     * @param braces the variable with its braces
     * @param place where it stands
     * @param queries compiles the expression at once; null for one that is asked by its text
     */
    static Variable of(String braces, Place place, @Nullable QueryCompiler queries) {
        String text = WhiteSpace.trim(braces.replace(VariableScanner.OPEN, "").replace(VariableScanner.CLOSE, ""));
        boolean shallow = text.startsWith("-");
        String expression = shallow ? WhiteSpace.trim(text.substring(1)) : text;
        if (!expression.equals(CURRENT_FIELD)) {
            return new Variable(expression, shallow, queries, null);
        }
        String path = place.path();
        String target = CurrentFieldPath.expression(path, TARGET);
        String object = CurrentFieldPath.expression(path, OBJECT);
        return new Variable(object, shallow, queries, new Variable(target, shallow, queries, null));
    }

    /** Says whether it depends on the scope what is asked now. */
    boolean isCurrentField() {
        return ofTarget != null;
    }

    /** Returns what is asked now: the current field is one of the target where there is a target. */
    Variable now(Substitution substitution) {
        return ofTarget != null && substitution.hasValue(TARGET) ? ofTarget : this;
    }

    String expression() {
        return expression;
    }

    /** Says whether the braces of variables in the value are text. */
    boolean shallow() {
        return shallow;
    }

    /** Says whether the variable looks at a part of what queries see, and at nothing else. */
    boolean asksOnly(QueryPart part) {
        return ofTarget == null
                && query != null
                && query.part() == part
                && deletionQuery != null
                && deletionQuery.part() == part;
    }

    /** Returns the compiled expression; null where it is asked by its text. */
    @Nullable
    Query query() {
        return query;
    }

    /**
     * Returns the value.
     *
     * @throws SubstitutionException if there is none
     */
    JsonNode ask(Substitution substitution, Place place) {
        return ask(substitution.scope(), substitution.deletion(), place);
    }

    /**
     * Returns the value.
     *
     * @param deletion whether the request is a DELETE
     * @throws SubstitutionException if there is none
     */
    JsonNode ask(QueryScope scope, boolean deletion, Place place) {
        try {
            Query compiled = deletion ? deletionQuery : query;
            if (compiled != null) {
                return scope.query(compiled);
            }
            return scope.query(deletion ? deletionExpression : expression);
        } catch (QueryException exception) {
            throw failure(deletion, String.valueOf(exception.getMessage()), place, exception);
        }
    }

    /** Returns the error of a value that has no JSON text. */
    SubstitutionException unwritable(Substitution substitution, String reason, Place place) {
        return failure(substitution.deletion(), reason, place, null);
    }

    private SubstitutionException failure(
            boolean deletion, String reason, Place place, @Nullable QueryException cause) {
        String asked = deletion ? deletionExpression : expression;
        String message = "failed to resolve " + asked + " at path " + place.path() + ": " + reason;
        return new SubstitutionException(message, place.pointer(), cause);
    }
}
