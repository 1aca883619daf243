package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells of several rules at once which of them a resource passes: their patterns walk through it together. It knows
 * nothing where a rule is not matched by kind or has no pattern that lets resources pass. Immutable and thread-safe.
 */
final class SharedPass {
    /** How many rules may share a walk. */
    static final int MOST_RULES = PatternGroup.MOST_PATTERNS;
    /** Says that every rule has to be asked. */
    static final long ALL = -1;

    private static final SharedPass NOTHING = new SharedPass(new CompiledMatch[0], null);

    private final CompiledMatch[] matches;
    private final @Nullable PatternGroup patterns;

    private SharedPass(CompiledMatch[] matches, @Nullable PatternGroup patterns) {
        this.matches = matches;
        this.patterns = patterns;
    }

    /** Returns what the rules have in common; of one rule, which shares nothing, and of too many it knows nothing. */
    static SharedPass of(List<CompiledRule> rules) {
        if (rules.size() < 2 || rules.size() > MOST_RULES) {
            return NOTHING;
        }
        CompiledMatch[] matches = new CompiledMatch[rules.size()];
        List<Pattern> patterns = new ArrayList<>(rules.size());
        for (int i = 0; i < matches.length; i++) {
            Pattern pattern = rules.get(i).passingPattern();
            if (pattern == null) {
                return NOTHING;
            }
            matches[i] = rules.get(i).frame().match();
            patterns.add(pattern);
        }
        return new SharedPass(matches, PatternGroup.of(patterns));
    }

    /**
     * Returns the rules that have to be asked, as a set of bits of which the lowest stands for the first rule: the others
     * are sure to match and to pass with their prepared results.
     *
     * @param kind the kind of the request
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     */
    long asked(String kind, @Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        return resource != null && isOrdinary(oldResource, context) && matches(kind)
                ? uncertain(resource, context)
                : ALL;
    }

    /** Returns the same for rules that are known to match the kind of the request. */
    long asked(JudgedRequest request) {
        JsonNode resource = request.newObject();
        EvaluationContext context = request.context();
        return resource != null && isOrdinary(request.oldObject(), context) ? uncertain(resource, context) : ALL;
    }

    private long uncertain(JsonNode resource, EvaluationContext context) {
        return patterns == null
                ? ALL
                : patterns.uncertain(resource, context.numberModel().object());
    }

    private boolean matches(String kind) {
        for (CompiledMatch match : matches) {
            if (!match.matchesKind(kind)) {
                return false;
            }
        }
        return true;
    }

    /** Says whether nothing but kinds and patterns matters for a request that leaves an object behind. */
    private static boolean isOrdinary(@Nullable JsonNode oldResource, EvaluationContext context) {
        return context.operation() != Operation.DELETE
                && context.subresource().isEmpty()
                && (oldResource == null || context.operation() == Operation.UPDATE);
    }
}
