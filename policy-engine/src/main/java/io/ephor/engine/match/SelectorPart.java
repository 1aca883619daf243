package io.ephor.engine.match;

/** {@code selector}: on the labels of the object. */
record SelectorPart(CompiledSelector selector) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        return selector.selects(request.labels());
    }

    @Override
    public String mismatch(MatchRequest request) {
        String fault = selector.fault(request.labels());
        return fault == null ? "selector does not match" : "failed to parse selector: " + fault;
    }

    @Override
    public String field() {
        return "selector";
    }
}
