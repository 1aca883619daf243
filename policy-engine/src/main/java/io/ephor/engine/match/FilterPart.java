package io.ephor.engine.match;

/** One compiled part of a filter, beside its operations and kinds. Immutable and thread-safe. */
sealed interface FilterPart
        permits NamePart,
                NamesPart,
                NamespacePart,
                AnnotationPart,
                SelectorPart,
                NamespaceSelectorPart,
                RolePart,
                ClusterRolePart,
                SubjectPart {
    /** Says whether the part holds. */
    boolean holds(MatchRequest request);

    /** Returns the words for a part that doesn't hold. */
    String mismatch(MatchRequest request);

    /** Returns the field in which the part is written. */
    String field();

    /** Returns what the request has in the place of what the part asks for; empty where that has no short form. */
    default String found(MatchRequest request) {
        return "";
    }
}
