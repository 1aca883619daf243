package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.patterns.check.Check;
import io.ephor.patterns.check.Miss;
import io.ephor.patterns.check.SharedCheck;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are compared with the same value. What they have in common is looked at once: patterns that all ask
 * something of {@code spec.containers} walk that list together. Immutable and thread-safe.
 */
public final class PatternGroup {
    /** How many patterns a group may have. */
    public static final int MOST_PATTERNS = SharedCheck.MOST_OWNERS;

    private final SharedCheck check;

    private PatternGroup(SharedCheck check) {
        this.check = check;
    }

    /**
     * Makes a group.
     *
     * @param patterns the patterns, at least one and at most {@link #MOST_PATTERNS}
     * @return the group
     * @throws IllegalArgumentException if there is no pattern, or there are too many
     */
    public static PatternGroup of(List<Pattern> patterns) {
        if (patterns.isEmpty() || patterns.size() > MOST_PATTERNS) {
            throw new IllegalArgumentException("a group has between 1 and " + MOST_PATTERNS + " patterns");
        }
        List<Check> checks = new ArrayList<>(patterns.size());
        for (Pattern pattern : patterns) {
            checks.add(Objects.requireNonNullElse(pattern.check(), OpenCheck.INSTANCE));
        }
        return new PatternGroup(SharedCheck.of(checks));
    }

    /**
     * {@return which of the patterns {@link Pattern#certainlyMatches} says false of, as a set of bits} The lowest bit stands
     * for the first pattern. Where no bit is set the value matches all of them; where one is, the answer of that pattern is
     * open. Allocates no more than asking each pattern does.
     *
     * @param value the value; null means that there is none, which is the same as a JSON null
     * @param numbers how the numbers of the value are seen
     */
    public long uncertain(@Nullable JsonNode value, NumberView numbers) {
        return check.missed(value == null ? NullNode.instance : value, numbers);
    }

    /** Stands for a pattern of which the slow pass alone can tell whether it matches. */
    private static final class OpenCheck extends Check {
        private static final OpenCheck INSTANCE = new OpenCheck();

        @Override
        public boolean passes(JsonNode value, NumberView numbers) {
            return false;
        }

        @Override
        public Miss miss(JsonNode value, NumberView numbers) {
            return new Miss();
        }
    }
}
