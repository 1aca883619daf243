package io.ephor.engine.cleanup;

import io.ephor.engine.match.CompiledKinds;
import io.ephor.engine.match.MatchBlock;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.ResourceFilter;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of which a cleanup policy has resources listed: those that {@code match} names, wherever it does. A kind with a
 * wildcard in it lists nothing. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/controllers/cleanup/controller.go
 *
 * @param kinds the kinds
 * @param count how many there are
 */
record CandidateKinds(CompiledKinds kinds, int count) {
    static CandidateKinds of(MatchBlock match) {
        List<String> listed = new ArrayList<>();
        for (List<ResourceFilter> filters : List.of(match.all(), match.any())) {
            for (ResourceFilter filter : filters) {
                filter.kinds().stream()
                        .filter(kind -> !Wildcard.containsWildcard(kind))
                        .forEach(listed::add);
            }
        }
        return new CandidateKinds(CompiledKinds.compile(listed, false), listed.size());
    }

    boolean include(MatchRequest request) {
        return kinds.matches(request);
    }
}
