package io.ephor.engine;

import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rules that resources of a kind are compared with, among them those that autogen derives for pod controllers. They are
 * derived and compiled once per kind, when the first resource of that kind comes: most policies meet few of the kinds, and
 * deriving for all of them would cost more than all the rest of loading. Thread-safe.
 */
final class ControllerPlans {
    private final Autogen autogen;
    private final IdentityHashMap<RuleDefinition, CompiledRule> rules;
    private final RulePlan written;
    private final Function<RuleDefinition, CompiledRule> compiler;
    // the kinds whose plan may leave out rules or add some
    private final Set<String> kinds;
    private final Map<String, RulePlan> plans = new ConcurrentHashMap<>();

    /**
     * Makes the plans of a policy.
     *
     * @param rules the validate rules as written: by identity, since comparing definitions would compare trees
     * @param written the plan of these rules
     * @param compiler compiles a derived rule; thread-safe
     */
    ControllerPlans(
            Autogen autogen,
            IdentityHashMap<RuleDefinition, CompiledRule> rules,
            RulePlan written,
            Function<RuleDefinition, CompiledRule> compiler) {
        this.autogen = autogen;
        this.rules = rules;
        this.written = written;
        this.compiler = compiler;
        this.kinds = written.size() > 1 ? kindsOf(autogen, written) : autogen.kinds();
    }

    private static Set<String> kindsOf(Autogen autogen, RulePlan written) {
        Set<String> kinds = new HashSet<>();
        for (CompiledRule rule : written.rules()) {
            kinds.addAll(rule.frame().match().kinds().kinds());
        }
        kinds.removeIf(kind -> !written.leavesOut(kind));
        kinds.addAll(autogen.kinds());
        return kinds;
    }

    /** Says whether there are rules that validate. */
    boolean validates() {
        return written.size() > 0;
    }

    /** Returns the kinds whose resources may get other rules than those written. */
    Set<String> kinds() {
        return autogen.kinds();
    }

    /** Returns the rules as written. */
    RulePlan written() {
        return written;
    }

    /** Returns the rules for a kind of resource. */
    RulePlan plan(String kind) {
        if (!kinds.contains(kind)) {
            return written;
        }
        RulePlan known = plans.get(kind);
        return known == null ? plans.computeIfAbsent(kind, this::derive) : known;
    }

    private RulePlan derive(String kind) {
        List<CompiledRule> compiled = new ArrayList<>();
        for (RuleDefinition definition : autogen.rules(kind)) {
            CompiledRule rule = rules.get(definition);
            if (rule != null) {
                compiled.add(rule);
            } else if (definition.derived() && !RuleBodies.isMutate(definition.node())) {
                compiled.add(compiler.apply(definition));
            }
        }
        return written.forKind(kind, compiled);
    }
}
