package io.ephor.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.SetResult;
import io.ephor.values.SourceRange;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyResultsTest {
    private static final JsonNode RESOURCE = JsonNodeFactory.instance.objectNode();
    private static final RuleResult PASS = rule("passes", RuleStatus.PASS, null);
    private static final RuleResult FAIL = rule("fails", RuleStatus.FAIL, FailureAction.ENFORCE);

    @Test
    void hasTheResultsInOrder() {
        PolicyResults results = new PolicyResults(RESOURCE, 3);
        results.addPasses(new PolicyResults.Passes(policy("a"), PASS, PASS));
        results.addResult(EvaluationResult.of(policy("b"), RESOURCE, true, FAIL));

        assertThat(results).hasSize(2);
        assertThat(results.get(0).policy().name()).isEqualTo("a");
        assertThat(results.get(0).rules()).containsExactly(PASS, PASS);
        assertThat(results.get(0).blocked()).isFalse();
        assertThat(results.get(0).resource()).isSameAs(RESOURCE);
        assertThat(results.get(1).rules()).containsExactly(FAIL);
        assertThatThrownBy(() -> results.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        // whoever gets the list may not change it
        assertThatThrownBy(() -> results.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void blocksWhereAResultDoes() {
        PolicyResults passing = new PolicyResults(RESOURCE, 1);
        passing.addPasses(new PolicyResults.Passes(policy("a"), PASS));
        PolicyResults failing = new PolicyResults(RESOURCE, 2);
        failing.addPasses(new PolicyResults.Passes(policy("a"), PASS));
        failing.addResult(EvaluationResult.of(policy("b"), RESOURCE, true, FAIL));

        assertThat(SetResult.of(RESOURCE, passing, 1).blocked()).isFalse();
        assertThat(SetResult.of(RESOURCE, failing, 2).blocked()).isTrue();
        assertThat(SetResult.of(RESOURCE, List.copyOf(failing), 2).blocked()).isTrue();
    }

    @Test
    void givesEverybodyTheSameResult() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 200; round++) {
                PolicyResults results = new PolicyResults(RESOURCE, 1);
                results.addPasses(new PolicyResults.Passes(policy("a"), PASS));
                Callable<EvaluationResult> look = () -> results.get(0);
                List<Future<EvaluationResult>> looks = threads.invokeAll(List.of(look, look, look, look));
                for (Future<EvaluationResult> seen : looks) {
                    assertThat(seen.get()).isSameAs(results.get(0));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static RuleResult rule(String name, RuleStatus status, @Nullable FailureAction action) {
        RuleResult.Builder builder = RuleResult.builder(
                name, RuleType.VALIDATION, status, "said", new SourceRange("policy.yaml", 1, 1, 1, 2));
        return action == null ? builder.build() : builder.failureAction(action).build();
    }

    private static Policy policy(String name) {
        return (Policy) Proxy.newProxyInstance(
                Policy.class.getClassLoader(),
                new Class<?>[] {Policy.class},
                (proxy, method, given) -> method.getName().equals("name") ? name : null);
    }
}
