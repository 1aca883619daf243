package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.SetResult;
import io.ephor.engine.StandardPolicyEngine;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class ExplainingEngineTest {
    private static final String POLICY =
            "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {rules: [{name: r, match: {any:"
                    + " [{resources: {kinds: [Pod]}}]}, validate: {pattern: {a: b}}}]}}";
    private static final JsonNode POD = Json.parse("{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}");

    @Test
    void answersWithWhatIsExplained() {
        PolicyEngine engine = new ExplainingEngine(StandardPolicyEngine.create());

        assertThat(engine.evaluate(engine.load("p.yaml", POLICY), POD).blocked())
                .isEqualTo(StandardPolicyEngine.create()
                        .evaluate(engine.load("p.yaml", POLICY), POD)
                        .blocked());
    }

    @Test
    void refusesARuleWithoutSteps() {
        PolicyEngine engine = new ExplainingEngine(new Silent(StandardPolicyEngine.create()));
        Policy policy = engine.load("p.yaml", POLICY);

        assertThatThrownBy(() -> engine.evaluate(policy, POD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing explains the rule r");
    }

    /** An engine that explains nothing. */
    private record Silent(PolicyEngine engine) implements PolicyEngine {
        @Override
        public Policy load(String name, String text) {
            return engine.load(name, text);
        }

        @Override
        public LoadResult loadAll(String name, String text) {
            return engine.loadAll(name, text);
        }

        @Override
        public PolicySet set(Collection<? extends Policy> policies, Collection<? extends PolicyException> exceptions) {
            return engine.set(policies, exceptions);
        }

        @Override
        public EvaluationResult evaluate(Policy policy, JsonNode resource, EvaluationContext context) {
            return engine.evaluate(policy, resource, context);
        }

        @Override
        public SetResult evaluate(PolicySet policies, JsonNode resource, EvaluationContext context) {
            return engine.evaluate(policies, resource, context);
        }

        @Override
        public CleanupDecision shouldDelete(CleanupPolicy policy, JsonNode resource, EvaluationContext context) {
            return engine.shouldDelete(policy, resource, context);
        }

        @Override
        public CleanupDecision expiry(JsonNode resource, EvaluationContext context) {
            return engine.expiry(resource, context);
        }
    }
}
