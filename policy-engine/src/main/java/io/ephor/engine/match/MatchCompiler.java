package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
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
     * @param rule the rule, of which the fields {@code match} and {@code exclude} are read
     * @param pointer the JSON pointer of the rule in its document
     * @param policyNamespace the namespace to which the policy is confined; empty for one of the cluster
     */
    public CompiledMatch compile(String ruleName, JsonNode rule, String pointer, String policyNamespace) {
        MatchBlock match = reader.block(rule.get("match"), pointer + "/match");
        MatchBlock exclude = reader.block(rule.get("exclude"), pointer + "/exclude");
        return compile(ruleName, policyNamespace, match, exclude);
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
