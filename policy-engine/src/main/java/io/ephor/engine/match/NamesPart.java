package io.ephor.engine.match;

import java.util.List;

/** {@code names}: as {@code name}, with one of several wildcards. */
final class NamesPart implements FilterPart {
    private final TextPattern[] names;

    NamesPart(List<String> names) {
        this.names = TextPattern.of(names);
    }

    @Override
    public boolean holds(MatchRequest request) {
        return TextPattern.anyMatches(names, request.name());
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "none of the names match";
    }

    @Override
    public String field() {
        return "names";
    }

    @Override
    public String found(MatchRequest request) {
        return request.name();
    }
}
