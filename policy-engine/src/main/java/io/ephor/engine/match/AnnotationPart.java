package io.ephor.engine.match;

/** {@code annotations}: on those of the object. */
record AnnotationPart(CompiledAnnotations annotations) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        return annotations.areAmong(request.annotations());
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "annotations does not match";
    }

    @Override
    public String field() {
        return "annotations";
    }
}
