package io.ephor.engine.match;

import io.ephor.engine.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compiled {@code match} and {@code exclude} of a rule. Immutable and thread-safe.
 *
 * <p>Kyverno: {@code MatchesResourceDescription} in {@code pkg/engine/utils/match.go}
 */
public final class CompiledMatch {
    private final String ruleName;
    private final String policyNamespace;
    private final CompiledBlock match;
    private final CompiledBlock exclude;
    private final String @Nullable [] kindsOnly;

    CompiledMatch(String ruleName, String policyNamespace, CompiledBlock match, CompiledBlock exclude) {
        this.ruleName = ruleName;
        this.policyNamespace = policyNamespace;
        this.match = match;
        this.exclude = exclude;
        this.kindsOnly = policyNamespace.isEmpty() && exclude.isEmpty() ? match.kindsOnly() : null;
    }

    /** {@return whether the rule concerns the object of a request} */
    public boolean matches(MatchRequest request) {
        if (request.object() == null || livesElsewhere(request)) {
            return false;
        }
        return match.matches(request) && !exclude.excludes(request);
    }

    /**
     * Says the same as {@link #matches(MatchRequest)}, and notes why.
     *
     * @param pointer the JSON pointer of the rule in its policy
     */
    public boolean matches(MatchRequest request, Trail trail, String pointer) {
        if (request.object() == null) {
            trail.note("no-object", "there is no object that a rule could match");
            return false;
        }
        if (livesElsewhere(request)) {
            trail.note("other-namespace", "the policy is confined to namespace `" + policyNamespace + "`");
            return false;
        }
        return match.matches(request, trail, pointer + "/match")
                && (exclude.isEmpty() || !exclude.excludes(request, trail, pointer + "/exclude"));
    }

    /** Says whether the kind of a request for a whole object decides, so that {@link #matchesKind} may be asked. */
    public boolean decidesByKind() {
        return kindsOnly != null;
    }

    /** Says the same as {@link #matches} for a request for a whole object, where {@link #decidesByKind()}. */
    public boolean matchesKind(String kind) {
        if (kindsOnly == null) {
            throw new IllegalStateException("more than the kind decides");
        }
        for (String candidate : kindsOnly) {
            if (candidate.equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean livesElsewhere(MatchRequest request) {
        return !policyNamespace.isEmpty() && !policyNamespace.equals(request.namespace());
    }

    /** {@return Kyverno's words for why the rule doesn't concern the object of a request, or null where it does} */
    public @Nullable String explain(MatchRequest request) {
        if (request.object() == null) {
            return "resource is empty";
        }
        if (livesElsewhere(request)) {
            return "policy and resource namespaces mismatch";
        }
        List<String> reasons = new ArrayList<>();
        match.explainMismatch(request, reasons);
        if (reasons.isEmpty()) {
            exclude.explainExclusion(request, reasons);
        }
        if (reasons.isEmpty()) {
            return null;
        }
        StringBuilder words = new StringBuilder("rule ").append(ruleName).append(" not matched:");
        for (int i = 0; i < reasons.size(); i++) {
            words.append("\n ").append(i + 1).append(". ").append(reasons.get(i));
        }
        return words.toString();
    }

    /** {@return the kinds of request that the rule may match} */
    public KindSet kinds() {
        return match.kinds();
    }
}
