package io.ephor.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.ephor.jmespath.syntax.GoJson;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search allocates, at most, in bytes; a chain of keys nothing. */
class AllocationTest {
    private static final int CALLS = 50_000;
    private static final JsonNode DOCUMENT = GoJson.parse("{\"request\":{\"object\":{\"metadata\":{\"labels\":"
            + "{\"app\":\"shop\"}},\"spec\":{\"containers\":[{\"name\":\"a\",\"image\":\"nginx:1\"},"
            + "{\"name\":\"b\",\"image\":\"redis:7\"}]}}}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "request.object.metadata.labels.app; 0",
                "request.object.spec.containers[0].image; 0",
                "request.object.spec.containers[-1]; 0",
                "request.object.nosuch || request.object.metadata.labels.app; 0",
                "request.object.nosuch | @; 0",
                "request.object.metadata.labels.app == 'shop'; 0",
                "!request; 0",
                "request.object.spec.containers[*].image; 160",
                "request.object.spec.containers[?name == 'b'].image; 160",
                "request.object.spec.containers[].image | contains(@, 'redis:7'); 360",
            })
    void allocatesLittle(String expression, int most) {
        JmesPath compiled = JmesPath.compile(expression);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long found = 0;
        long bytes = 0;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                found += compiled.search(DOCUMENT).size();
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(found).isNotNegative();
        assertThat(bytes / CALLS).isLessThanOrEqualTo(most);
    }
}
