package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;

/**
 * One substitution: whom its variables ask, and how much it may still do. Used by one thread.
 *
 * <p>Whether the request is a DELETE is asked once, before anything else. Kyverno: pkg/engine/variables/vars.go
 */
final class Substitution {
    private final QueryScope scope;
    private final boolean deletion;
    private final SubstitutionLimits limits;
    private long work;
    private int nodes;
    private int fetches;

    Substitution(QueryScope scope, SubstitutionLimits limits) {
        this.scope = scope;
        this.deletion = scope.deletion();
        this.limits = limits;
    }

    QueryScope scope() {
        return scope;
    }

    boolean deletion() {
        return deletion;
    }

    SubstitutionLimits limits() {
        return limits;
    }

    /** Says whether an expression has a value, be it null. */
    boolean hasValue(String expression) {
        try {
            scope.query(expression);
            return true;
        } catch (QueryException exception) {
            return false;
        }
    }

    /** Returns the text that stands for a value among other characters. */
    String text(JsonNode value, Variable variable, Place place) {
        if (value.isTextual()) {
            return value.textValue();
        }
        try {
            return GoJsonText.ofIterator(value, limits.textLength());
        } catch (FunctionException exception) {
            if (exception.isLimit()) {
                throw textTooLong(place);
            }
            String type = GoText.typeName(value, NumberView.FLOAT64);
            String shown = GoText.value(value, NumberView.FLOAT64);
            throw variable.unwritable(this, "failed to marshal " + type + ": " + shown, place);
        }
    }

    /** Says whether there is something to substitute in a value that a variable had. */
    static boolean goesOn(JsonNode value) {
        return value.isContainerNode() && TreeTexts.contain(value, VariableScanner.OPEN);
    }

    /**
     * Goes on with a value that a variable had: its texts, if any, are substituted like those of the tree.
     *
     * <p>Kyverno: pkg/engine/jsonutils/traverse.go, traverseJSON
     */
    JsonNode fetched(JsonNode value, Place place) {
        if (!goesOn(value)) {
            return value;
        }
        if (fetches == limits.fetches()) {
            throw limit("values of variables are nested more than " + limits.fetches() + " times", place);
        }
        fetches++;
        Place inside = place.ofFetchedValue();
        JsonNode substituted =
                TemplateCompiler.compile(value, inside, null, limits).resolve(this);
        fetches--;
        return substituted;
    }

    /** Counts characters that are searched or written. */
    void spend(int characters, Place place) {
        work += characters;
        if (work > limits.work()) {
            throw limit("more than " + limits.work() + " characters would have to be read and written", place);
        }
    }

    /** Refuses a text that has become too long. */
    void requireLength(int characters, Place place) {
        if (characters > limits.textLength()) {
            throw textTooLong(place);
        }
    }

    /** Counts a node that is built. */
    void build(int size, Place place) {
        nodes += 1 + size;
        if (nodes > limits.nodes()) {
            throw limit("the result would have more than " + limits.nodes() + " values", place);
        }
    }

    /** Refuses to go over a text once more after so many passes. */
    void requirePass(int pass, Place place) {
        if (pass > limits.passes()) {
            throw limit("the text still has variables after " + limits.passes() + " passes", place);
        }
    }

    private SubstitutionException textTooLong(Place place) {
        return limit("the text would be longer than " + limits.textLength() + " characters", place);
    }

    private static SubstitutionException limit(String reason, Place place) {
        String message = "failed to substitute variables at path " + place.path() + ": " + reason;
        return new SubstitutionException(message, place.pointer(), null);
    }
}
