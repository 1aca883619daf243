package io.ephor.engine.match;

import java.util.List;

/**
 * {@code namespaces}: wildcards on the namespace, which for a Namespace is its own name. An object of the cluster has the
 * empty namespace, which {@code *} matches.
 */
final class NamespacePart implements FilterPart {
    private final TextPattern[] namespaces;

    NamespacePart(List<String> namespaces) {
        this.namespaces = TextPattern.of(namespaces);
    }

    @Override
    public boolean holds(MatchRequest request) {
        boolean isNamespace = request.objectKind().equals("Namespace");
        return TextPattern.anyMatches(namespaces, isNamespace ? request.givenName() : request.namespace());
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "namespace does not match";
    }

    @Override
    public String field() {
        return "namespaces";
    }

    @Override
    public String found(MatchRequest request) {
        return request.objectKind().equals("Namespace") ? request.givenName() : request.namespace();
    }
}
