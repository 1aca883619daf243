package io.ephor.engine.exceptions;

import io.ephor.Diagnostic;
import io.ephor.PolicyException;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.match.CompiledStatement;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.podsecurity.Excludes;
import io.ephor.engine.variables.QueryScope;
import io.ephor.explain.ExceptionStep;
import io.ephor.values.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy exception, ready to be evaluated. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/utils/exceptions.go
 */
public final class CompiledException implements PolicyException {
    private final ExceptionDefinition definition;
    private final List<ExceptedRules> excepted;
    private final CompiledStatement match;
    private final @Nullable CompiledConditions conditions;
    private final Excludes podSecurity;
    private final boolean background;
    private final List<Diagnostic> warnings;
    private final SourceRange source;

    /**
     * @param conditions what must hold besides the match, or null for nothing
     * @param podSecurity the controls that are excluded; empty where the exception is no such
     */
    CompiledException(
            ExceptionDefinition definition,
            List<ExceptedRules> excepted,
            CompiledStatement match,
            @Nullable CompiledConditions conditions,
            Excludes podSecurity,
            List<Diagnostic> warnings,
            SourceRange source) {
        this.definition = definition;
        this.excepted = List.copyOf(excepted);
        this.match = match;
        this.conditions = conditions;
        this.podSecurity = podSecurity;
        this.background = definition.spec().path("background").asBoolean(true);
        this.warnings = List.copyOf(warnings);
        this.source = source;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String namespace() {
        return definition.namespace();
    }

    @Override
    public boolean background() {
        return background;
    }

    @Override
    public List<Diagnostic> warnings() {
        return warnings;
    }

    @Override
    public SourceRange source() {
        return source;
    }

    /** {@return the controls that are excluded from rules of Pod Security; empty where the whole rule is excepted} */
    public Excludes podSecurity() {
        return podSecurity;
    }

    /** Returns the step of the exception in an explanation. */
    public ExceptionStep step(boolean holds) {
        return new ExceptionStep(source, key(), holds);
    }

    /** Says whether the exception names a policy, by its {@code namespace/name} or the name alone. */
    boolean namesPolicy(String policy) {
        for (ExceptedRules rules : excepted) {
            if (rules.policy().equals(policy)) {
                return true;
            }
        }
        return false;
    }

    boolean names(String policy, String rule) {
        for (ExceptedRules rules : excepted) {
            if (rules.name(policy, rule)) {
                return true;
            }
        }
        return false;
    }

    /** Says whether the exception holds for an object. Conditions without an answer keep it from holding. */
    boolean holds(MatchRequest request, QueryScope scope) {
        if (!match.matches(request)) {
            return false;
        }
        try {
            return conditions == null || conditions.allThenAny(scope);
        } catch (ConditionException exception) {
            return false;
        }
    }

    /** Returns the key and the place, such as {@code PolicyException delta/legacy (exception.yaml:1:1)}. */
    @Override
    public String toString() {
        return ExceptionDefinition.KIND + " " + key() + " (" + source + ")";
    }
}
