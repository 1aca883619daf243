package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryScope;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition with a written value costs what it takes to ask for its key, and little else. */
class ConditionsAllocationTest {
    private static final int CALLS = 50_000;
    private static final int BYTES_PER_CALL = 160;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{all: [{key: '{{ k }}', operator: Equals, value: nginx}]}",
                "{all: [{key: '{{ k }}', operator: NotEquals, value: '*:latest'}]}",
                "{any: [{key: '{{ k }}', operator: AnyIn, value: [CREATE, UPDATE, 'nginx*']}]}",
                "{all: [{key: '{{ k }}', operator: AllNotIn, value: [CREATE, UPDATE, DELETE]}]}",
            })
    void allocatesNearlyNothing(String written) {
        CompiledConditions conditions = Conditions.compile(Conditions.yaml(written));
        Constant scope = new Constant(Conditions.yaml("nginx:1.27"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int passed = 0;
        long bytes = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                passed += conditions.evaluate(scope).passed() ? 1 : 0;
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(passed).isIn(0, 3 * CALLS);
        assertThat(bytes / CALLS).isLessThanOrEqualTo(BYTES_PER_CALL);
    }

    private record Constant(JsonNode value) implements QueryScope {
        @Override
        public JsonNode query(Query query) {
            return value;
        }

        @Override
        public JsonNode query(String text) {
            return value;
        }

        @Override
        public boolean deletion() {
            return false;
        }
    }
}
