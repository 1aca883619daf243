package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import java.util.List;

/** A Pod whose containers a policy looks at one by one. */
public enum ForeachWorkload {
    POD_WITH_10_CONTAINERS(10),
    POD_WITH_100_CONTAINERS(100);

    private static final String FILE = "disallow-latest-tag-foreach.yaml";

    private final int containers;

    ForeachWorkload(int containers) {
        this.containers = containers;
    }

    static Policy policy(PolicyEngine engine) {
        return engine.load(FILE, Workload.resource(FILE));
    }

    JsonNode pod() {
        return Workload.pod(containers);
    }

    /** Fails unless the Pod passes, and fails with a mutable tag in its last container. */
    void requireAnswer() {
        JsonNode violating = pod();
        ObjectNode last = (ObjectNode) violating.get("spec").get("containers").get(containers - 1);
        last.put("image", "registry.example.com/app:latest");
        require(pod(), RuleStatus.PASS);
        require(violating, RuleStatus.FAIL);
    }

    private void require(JsonNode pod, RuleStatus expected) {
        PolicyEngine engine = StandardPolicyEngine.create();
        List<RuleResult> rules = engine.evaluate(policy(engine), pod).rules();
        if (rules.size() != 1 || rules.get(0).status() != expected) {
            throw new IllegalStateException(this + ": expected " + expected + ", found " + rules);
        }
    }
}
