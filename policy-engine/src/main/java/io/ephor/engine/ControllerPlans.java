package io.ephor.engine;

import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rules that autogen derives for pod controllers. They are derived and compiled once per kind, when the first
 * resource of that kind comes: most policies meet few of the kinds, and deriving for all of them would cost more than all
 * the rest of loading. Thread-safe.
 */
final class ControllerPlans {
    private final PolicyDefinition policy;
    private final RulePlan written;
    private final Function<RuleDefinition, CompiledRule> compiler;
    private final Autogen autogen;
    private final Map<String, RulePlan> plans = new ConcurrentHashMap<>();

    /**
     * Makes the plans of a policy.
     *
     * @param written the rules as written
     * @param compiler compiles a derived rule; thread-safe
     */
    ControllerPlans(PolicyDefinition policy, RulePlan written, Function<RuleDefinition, CompiledRule> compiler) {
        this.policy = policy;
        this.written = written;
        this.compiler = compiler;
        this.autogen = Autogen.of(policy);
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
        return autogen.kinds().contains(kind) ? plans.computeIfAbsent(kind, this::derive) : written;
    }

    private RulePlan derive(String kind) {
        List<RuleDefinition> definitions = autogen.rules(kind);
        if (definitions == policy.rules()) {
            return written;
        }
        // By identity: rules as written are the same objects in every list, and comparing rules would compare trees.
        IdentityHashMap<RuleDefinition, CompiledRule> known = new IdentityHashMap<>();
        List<CompiledRule> compiled = written.rules();
        for (int i = 0; i < compiled.size(); i++) {
            known.put(policy.rules().get(i), compiled.get(i));
        }
        List<CompiledRule> rules = new ArrayList<>();
        for (RuleDefinition definition : definitions) {
            CompiledRule rule = known.get(definition);
            rules.add(rule == null ? compiler.apply(definition) : rule);
        }
        return written.with(rules);
    }
}
