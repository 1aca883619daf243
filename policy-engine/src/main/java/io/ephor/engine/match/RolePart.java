package io.ephor.engine.match;

import java.util.Set;

/** {@code roles}: the user has one of them. No wildcards. */
record RolePart(Set<String> roles) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        return holdsOne(roles, request.user().roles());
    }

    static boolean holdsOne(Set<String> wanted, Iterable<String> held) {
        for (String role : held) {
            if (wanted.contains(role)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "user info does not match roles for the given conditionBlock";
    }

    @Override
    public String field() {
        return "roles";
    }
}
