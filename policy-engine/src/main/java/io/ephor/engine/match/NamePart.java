package io.ephor.engine.match;

/** {@code name}: a wildcard on the name, or on {@code generateName} where the object has no name yet. */
record NamePart(TextPattern name) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        return name.matches(request.name());
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "name does not match";
    }

    @Override
    public String field() {
        return "name";
    }

    @Override
    public String found(MatchRequest request) {
        return request.name();
    }
}
