package io.ephor.engine.match;

import java.util.Set;

/** {@code clusterRoles}: the user has one of them. No wildcards. */
record ClusterRolePart(Set<String> roles) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        return RolePart.holdsOne(roles, request.user().clusterRoles());
    }

    @Override
    public String mismatch(MatchRequest request) {
        return "user info does not match clustersRoles for the given conditionBlock";
    }

    @Override
    public String field() {
        return "clusterRoles";
    }
}
