package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryScope;
import io.ephor.engine.variables.Template;
import io.ephor.values.NumberView;

/** A part of a context entry in which variables are substituted before it is used. Immutable and thread-safe. */
final class EntryText {
    private final JsonNode written;
    private final Template template;

    private EntryText(JsonNode written, Template template) {
        this.written = written;
        this.template = template;
    }

    static EntryText compile(JsonNode written, QueryCompiler queries) {
        return new EntryText(written, Template.compile(written, queries));
    }

    /** Returns the value where it is the same in every evaluation, which {@link #isStatic} says. */
    JsonNode tree() {
        return template.tree();
    }

    boolean isStatic() {
        return template.isStatic();
    }

    /**
     * Returns the value.
     *
     * @throws io.ephor.engine.variables.SubstitutionException if it has none
     */
    JsonNode resolve(QueryScope scope) {
        return template.resolve(scope);
    }

    /** Returns what the policy states, as Kyverno's texts show it. */
    @Override
    public String toString() {
        return StatedText.of(written, NumberView.FLOAT64);
    }
}
