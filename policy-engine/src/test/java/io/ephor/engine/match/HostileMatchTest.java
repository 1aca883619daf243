package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.ephor.EvaluationContext;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileMatchTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bounds the processor time, which doesn't depend on what else the machine does. */
    private static void within(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before)).isLessThan(SOON);
    }

    private static ObjectNode pod(String name) {
        ObjectNode pod = NODES.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata").put("name", name).put("namespace", "dev");
        return pod;
    }

    private static MatchRequest request(ObjectNode object) {
        return MatchRequest.of(object, EvaluationContext.empty());
    }

    private static CompiledMatch rule(ObjectNode resources) {
        ObjectNode rule = NODES.objectNode();
        rule.putObject("match").set("resources", resources);
        return Written.rule(rule, "");
    }

    @Test
    void findsOneOfAHundredThousandKinds() {
        ObjectNode resources = NODES.objectNode();
        ArrayNode kinds = resources.putArray("kinds");
        for (int i = 0; i < 100_000; i++) {
            kinds.add("Kind" + i);
        }
        kinds.add("Pod");
        CompiledMatch rule = rule(resources);
        assertThat(rule.kinds().kinds()).hasSize(100_001);
        within(() -> {
            for (int i = 0; i < 10_000; i++) {
                assertThat(rule.matches(request(pod("x")))).isTrue();
            }
        });
    }

    @Test
    void joinsManyFilters() {
        ObjectNode rule = NODES.objectNode();
        ArrayNode any = rule.putObject("match").putArray("any");
        for (int i = 0; i < 20_000; i++) {
            any.addObject().putObject("resources").putArray("kinds").add("Kind" + i);
        }
        within(() -> {
            CompiledMatch compiled = Written.rule(rule, "");
            assertThat(compiled.kinds().kinds()).hasSize(20_000);
            assertThat(compiled.matches(request(pod("x")))).isFalse();
        });
    }

    @Test
    void comparesLongNames() {
        String name = "a".repeat(1 << 20);
        within(() -> {
            assertThat(rule(NODES.objectNode().put("name", "*" + "a*".repeat(1000) + "b"))
                            .matches(request(pod(name))))
                    .isFalse();
            assertThat(rule(NODES.objectNode().put("name", "*" + "a".repeat(1 << 19) + "b*"))
                            .matches(request(pod(name))))
                    .isFalse();
            assertThat(rule(NODES.objectNode().put("name", name)).matches(request(pod(name))))
                    .isTrue();
        });
    }

    @Test
    void readsWeirdKinds() {
        String[] weird = {
            "/".repeat(1 << 20), ".".repeat(1 << 20), "*".repeat(1 << 20), "", "\u0000", "\ud800", "v1/".repeat(9)
        };
        within(() -> {
            for (String text : weird) {
                CompiledKinds kinds = CompiledKinds.compile(List.of(text), true);
                assertThat(kinds.matches(request(pod("x")))).isEqualTo(text.startsWith("**"));
                StatedKind.parse(text);
            }
        });
    }

    @Test
    void selectsAmongManyLabels() {
        ObjectNode pod = pod("x");
        ObjectNode labels = ((ObjectNode) pod.get("metadata")).putObject("labels");
        ObjectNode resources = NODES.objectNode();
        ObjectNode wanted = resources.putObject("selector").putObject("matchLabels");
        for (int i = 0; i < 20_000; i++) {
            labels.put("label" + i, "value" + i);
            wanted.put("label" + i, "value*");
        }
        within(() -> assertThat(rule(resources).matches(request(pod))).isTrue());
    }

    @Test
    void allocatesNothingForAFilterOnKinds() {
        CompiledMatch rule = Written.rule(
                "{match: {any: [{resources: {kinds: [Job, Pod]}}]}, exclude: {any: [{resources: {kinds: ['*Set']}}]}}");
        MatchRequest request = request(pod("x"));
        for (int i = 0; i < 20_000; i++) {
            rule.matches(request);
        }
        int matched = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20_000; i++) {
            matched += rule.matches(request) ? 1 : 0;
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(matched).isEqualTo(20_000);
        assertThat(bytes).isLessThan(20_000);
    }
}
