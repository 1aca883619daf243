package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternException;
import io.ephor.patterns.PatternMatch;

/**
 * When an existing resource needs no update: it matches what a rule makes, taken as a pattern, and the other way round.
 *
 * <p>Kyverno: pkg/background/generate/generator.go
 */
final class Likeness {
    private Likeness() {}

    static boolean holds(JsonNode made, JsonNode existing) {
        return matches(made, existing) && matches(existing, made);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        try {
            return Pattern.compile(pattern).match(value) instanceof PatternMatch.Matched;
        } catch (PatternException tooDeep) {
            return false;
        }
    }
}
