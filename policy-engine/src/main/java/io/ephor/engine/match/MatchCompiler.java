package io.ephor.engine.match;

import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.FaultCollector;

/** Compiles the {@code match} and {@code exclude} blocks of rules. Used by one thread. */
public final class MatchCompiler {
    private final MatchReader reader;

    /** Creates a compiler that reports faults to a collector. */
    public MatchCompiler(FaultCollector faults) {
        this.reader = new MatchReader(faults);
    }

    /**
     * Compiles the blocks of a rule. Values of a wrong type are reported and count as absent.
     *
     * @param policyNamespace the namespace to which the policy is confined; empty for one of the cluster
     */
    public CompiledMatch compile(RuleDefinition rule, String policyNamespace) {
        MatchBlock match = reader.block(rule.node().get("match"), rule.pointer() + "/match");
        MatchBlock exclude = reader.block(rule.node().get("exclude"), rule.pointer() + "/exclude");
        return compile(rule.name(), policyNamespace, match, exclude);
    }

    /** Compiles blocks that are read already. */
    public static CompiledMatch compile(String ruleName, String policyNamespace, MatchBlock match, MatchBlock exclude) {
        return new CompiledMatch(
                ruleName,
                policyNamespace,
                CompiledBlock.compile(match, FilterUse.RULE),
                CompiledBlock.compile(exclude, FilterUse.RULE));
    }
}
