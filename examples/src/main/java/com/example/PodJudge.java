package com.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A service that refuses what a policy refuses: the policy is compiled once, and every pod is judged by it. */
public final class PodJudge {
    private final PolicyEngine engine = StandardPolicyEngine.create();
    private final Policy policy;

    public PodJudge(Path policyFile) throws IOException {
        this.policy = engine.load(policyFile);
    }

    /** Returns why a pod is refused; nothing where it is admitted. */
    public List<String> objections(JsonNode pod) {
        EvaluationResult result = engine.evaluate(policy, pod);
        return result.blocked()
                ? result.failures().stream().map(PodJudge::objection).toList()
                : List.of();
    }

    private static String objection(RuleResult rule) {
        return rule.message() + " (" + rule.at() + ")";
    }
}
