package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryScope;
import io.ephor.values.NumberView;

/** A part of a context entry in which variables are substituted before it is used. Immutable and thread-safe. */
final class EntryText {
    private final JsonNode written;

    private EntryText(JsonNode written) {
        this.written = written;
    }

    static EntryText compile(JsonNode written, QueryCompiler queries) {
        return new EntryText(written);
    }

    boolean isStatic() {
        return true;
    }

    /**
     * Returns the value.
     *
     * @throws io.ephor.engine.variables.SubstitutionException if it has none
     */
    JsonNode resolve(QueryScope scope) {
        return written;
    }

    /** Returns what the policy states, as Kyverno's texts show it. */
    @Override
    public String toString() {
        return StatedText.of(written, NumberView.FLOAT64);
    }
}
