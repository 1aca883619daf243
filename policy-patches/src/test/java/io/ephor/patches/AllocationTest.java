package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static io.ephor.patches.JsonText.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a patch costs in memory does not depend on how large the rest of the document is. */
class AllocationTest {
    private static final int ROUNDS = 3_000;

    @Test
    void addingALabelAllocatesTheSameOnALargeDocument() {
        StrategicMerge patch = StrategicMerge.compile(json("{metadata:{labels:{owner:'web'}}}"));
        UnaryOperator<JsonNode> merge = pod -> ((PatchOutcome.Patched) patch.apply(pod)).document();
        ObjectNode small = pod(3);
        ObjectNode large = pod(100);
        large.putObject("data").put("text", "x".repeat(100_000));
        long ofSmall = allocated(merge, small);
        long ofLarge = allocated(merge, large);
        long byHand = allocated(AllocationTest::labelled, small);
        assertThat(ofSmall).isLessThan(2 * byHand);
        // The names of many containers are collected in a set; a list of them is not copied.
        assertThat(ofLarge - ofSmall).isLessThan(64 * 100);
    }

    @Test
    void addingALabelWithAJsonPatchAllocatesNoMoreOnALargeDocument() {
        JsonPatchDocument patch = JsonPatchDocument.parse("- {op: add, path: /metadata/labels/owner, value: web}");
        UnaryOperator<JsonNode> apply = pod -> ((PatchOutcome.Patched) patch.apply(pod)).document();
        long ofSmall = allocated(apply, pod(3));
        // Measured later, it may be less: more of it is compiled then.
        assertThat(allocated(apply, pod(100))).isLessThanOrEqualTo(ofSmall + 64);
    }

    private static JsonNode labelled(JsonNode pod) {
        ObjectNode labels = copy(pod.at("/metadata/labels")).put("owner", "web");
        ObjectNode metadata = copy(pod.get("metadata")).set("labels", labels);
        return copy(pod).set("metadata", metadata);
    }

    private static ObjectNode copy(JsonNode map) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        map.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }

    private static long allocated(UnaryOperator<JsonNode> patch, JsonNode document) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            run(patch, document);
            long before = threads.getCurrentThreadAllocatedBytes();
            run(patch, document);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / ROUNDS;
    }

    private static void run(UnaryOperator<JsonNode> patch, JsonNode document) {
        for (int i = 0; i < ROUNDS; i++) {
            if (patch.apply(document) == document) {
                throw new AssertionError("nothing changed");
            }
        }
    }
}
