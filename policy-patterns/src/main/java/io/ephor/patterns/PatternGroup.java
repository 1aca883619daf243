package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.patterns.check.Check;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns that are compared with the same value. What they have in common is looked at once: patterns that all ask
 * something of {@code spec.containers} walk that list together. Immutable and thread-safe.
 */
public final class PatternGroup {
    private final @Nullable Check check;

    private PatternGroup(@Nullable Check check) {
        this.check = check;
    }

    /**
     * Makes a group.
     *
     * @param patterns the patterns, at least one
     * @return the group
     * @throws IllegalArgumentException if there is no pattern
     */
    public static PatternGroup of(List<Pattern> patterns) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a group has at least one pattern");
        }
        List<Check> checks = new ArrayList<>(patterns.size());
        for (Pattern pattern : patterns) {
            Check check = pattern.check();
            if (check == null) {
                return new PatternGroup(null);
            }
            checks.add(check);
        }
        return new PatternGroup(Check.all(checks));
    }

    /**
     * {@return whether a quick look is enough to know that the value matches every pattern} False leaves every answer
     * open. Allocates no more than {@link Pattern#certainlyMatches} does.
     *
     * @param value the value; null means that there is none, which is the same as a JSON null
     * @param numbers how the numbers of the value are seen
     */
    public boolean certainlyMatches(@Nullable JsonNode value, NumberView numbers) {
        return check != null && check.passes(value == null ? NullNode.instance : value, numbers);
    }
}
