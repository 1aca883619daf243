package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.explain.Step;
import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of one rule to its verdict on one resource. Immutable and thread-safe. */
public final class RuleExplanation {
    private final String name;
    private final SourceRange source;
    private final JsonNode resource;
    private final List<Step> steps;
    private final @Nullable RuleResult result;

    /**
     * Makes an explanation; for engines.
     *
     * @param name the name of the rule
     * @param source the place of the rule in the policy
     * @param resource what the rule judged
     * @param steps the steps, in order; copied
     * @param result what the rule said, or null where it said nothing
     */
    public RuleExplanation(
            String name, SourceRange source, JsonNode resource, List<Step> steps, @Nullable RuleResult result) {
        this.name = Objects.requireNonNull(name, "name");
        this.source = Objects.requireNonNull(source, "source");
        this.resource = Objects.requireNonNull(resource, "resource");
        this.steps = List.copyOf(steps);
        this.result = result;
    }

    /** {@return the name of the rule; rules that autogen derived start with {@code autogen-}} */
    public String name() {
        return name;
    }

    /** {@return the place of the rule in the policy} */
    public SourceRange source() {
        return source;
    }

    /** {@return what the rule judged: the resource as the mutate rules before it left it} */
    public JsonNode resource() {
        return resource;
    }

    /** {@return the steps of the rule, in order; empty for a rule of a module that explains nothing} */
    public List<Step> steps() {
        return steps;
    }

    /** {@return what the rule said; null where it did not match, was not asked or had no answer} */
    public @Nullable RuleResult result() {
        return result;
    }

    @Override
    public String toString() {
        return result == null ? name + ": no response" : result.toString();
    }
}
