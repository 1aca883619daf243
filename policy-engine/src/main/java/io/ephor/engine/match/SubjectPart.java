package io.ephor.engine.match;

/** {@code subjects}: one of them is the user. */
record SubjectPart(CompiledSubjects subjects) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        return subjects.include(request.user());
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "user info does not match subject for the given conditionBlock";
    }

    @Override
    public String field() {
        return "subjects";
    }

    @Override
    public String found(MatchRequest request) {
        return request.user().username();
    }
}
