package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;

/** A node of a compiled tree. Immutable and thread-safe. */
sealed interface TemplateNode permits StaticTemplate, TextTemplate, ListTemplate, ObjectTemplate {
    /**
     * Returns the node with its variables substituted.
     *
     * @throws SubstitutionException if a variable has no value
     */
    JsonNode resolve(Substitution substitution);

    /** Says whether there is a variable to ask. */
    boolean asks();
}
