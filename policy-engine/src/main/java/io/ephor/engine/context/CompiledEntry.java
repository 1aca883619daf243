package io.ephor.engine.context;

import io.ephor.engine.variables.QueryException;

/** A context entry, ready to be loaded. Immutable and thread-safe. */
sealed interface CompiledEntry
        permits VariableEntry, ConfigMapEntry, ApiCallEntry, GlobalReferenceEntry, ImageRegistryEntry, ImagesEntry {
    /** Returns the name under which queries see the value. */
    EntryName name();

    /** Returns the field that states where the value comes from. */
    String kind();

    /** Says whether what the entry asks can be asked at all; one that cannot is as if it were not there. */
    boolean isAvailable(EvaluationScope evaluation);

    /**
     * Puts the value into the document of the scope.
     *
     * @param state what is known from an earlier load of this entry in the same rule
     * @throws QueryException if there is no value
     */
    void load(RuleScope scope, EntryState state);
}
