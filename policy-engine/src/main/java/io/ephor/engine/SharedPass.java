package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells for all rules of a plan at once that a resource passes them: their patterns walk through it together. It holds
 * only where each rule is matched by kind and decided by a pattern; elsewhere the rules are asked one by one. Immutable
 * and thread-safe.
 */
final class SharedPass {
    private static final SharedPass NEVER = new SharedPass(new CompiledMatch[0], null);

    private final CompiledMatch[] matches;
    private final @Nullable PatternGroup patterns;

    private SharedPass(CompiledMatch[] matches, @Nullable PatternGroup patterns) {
        this.matches = matches;
        this.patterns = patterns;
    }

    /** Returns what the rules have in common; for one rule, which shares nothing, it never holds. */
    static SharedPass of(List<CompiledRule> rules) {
        return of(rules, CompiledRule::decidingPattern);
    }

    /**
     * Returns what the rules have in common.
     *
     * @param patternOf says which pattern lets a rule pass, or null where none does
     */
    static SharedPass of(List<CompiledRule> rules, Function<CompiledRule, @Nullable Pattern> patternOf) {
        if (rules.size() < 2) {
            return NEVER;
        }
        CompiledMatch[] matches = new CompiledMatch[rules.size()];
        List<Pattern> patterns = new ArrayList<>(rules.size());
        for (int i = 0; i < matches.length; i++) {
            Pattern pattern = patternOf.apply(rules.get(i));
            if (pattern == null) {
                return NEVER;
            }
            matches[i] = rules.get(i).frame().match();
            patterns.add(pattern);
        }
        return new SharedPass(matches, PatternGroup.of(patterns));
    }

    /**
     * Says whether every rule matches, and its pattern alone decides whether it passes.
     *
     * @param kind the kind of the request
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     */
    boolean decides(
            String kind, @Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        if (!isOrdinary(resource, oldResource, context)) {
            return false;
        }
        for (CompiledMatch match : matches) {
            if (!match.matchesKind(kind)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Says whether nothing but kinds and patterns matters for a request.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     */
    boolean isOrdinary(@Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        return patterns != null
                && resource != null
                && !isSpecial(context)
                && (oldResource == null || context.operation() == Operation.UPDATE);
    }

    /** Says, where patterns decide, whether every rule passes; false means that one of them does not, or may not. */
    boolean holds(JsonNode resource, EvaluationContext context) {
        return patterns != null
                && patterns.certainlyMatches(resource, context.numberModel().object());
    }

    private static boolean isSpecial(EvaluationContext context) {
        return context.operation() == Operation.DELETE || !context.subresource().isEmpty();
    }
}
