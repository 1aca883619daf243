package io.ephor.engine.rule;

import io.ephor.RuleType;
import io.ephor.values.SourceRange;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every result of a rule says, however the rule ends. Immutable to its users; thread-safe. */
public final class RuleFacts {
    private final String name;
    private final RuleType type;
    private final Supplier<SourceRange> place;
    private final FailureActions failureActions;
    // INVARIANT: a reference to an immutable object, so that threads may race to set it
    private @Nullable SourceRange source;

    /**
     * Makes facts.
     *
     * @param name the name of the rule
     * @param type what the rule does
     * @param place finds the place of the rule in its policy; always the same one, from any thread
     * @param failureActions what a failure means for the request
     */
    public RuleFacts(String name, RuleType type, Supplier<SourceRange> place, FailureActions failureActions) {
        this.name = name;
        this.type = type;
        this.place = place;
        this.failureActions = failureActions;
    }

    /** {@return the name of the rule} */
    public String name() {
        return name;
    }

    /** {@return what the rule does} */
    public RuleType type() {
        return type;
    }

    /** {@return the place of the rule in its policy} It is looked for when somebody asks, which most loads never do. */
    public SourceRange source() {
        SourceRange known = source;
        if (known == null) {
            known = place.get();
            source = known;
        }
        return known;
    }

    /** {@return what a failure means for the request} */
    public FailureActions failureActions() {
        return failureActions;
    }
}
