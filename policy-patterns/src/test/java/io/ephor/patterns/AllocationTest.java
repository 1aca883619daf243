package io.ephor.patterns;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.ephor.values.NumberView;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that matches costs no memory. */
class AllocationTest {
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{spec:{containers:[{resources:{requests:{memory:'?*',cpu:'?*'},limits:{memory:'?*',cpu:'?*'}}}]}}",
                "{spec:{'=(ephemeralContainers)':[{'=(securityContext)':{'=(privileged)':'false'}}],"
                        + "'=(initContainers)':[{'=(securityContext)':{'=(privileged)':'false'}}],"
                        + "containers:[{'=(securityContext)':{'=(privileged)':'false'}}]}}",
                "{spec:{containers:[{image:'*:*'}]}}",
                "{spec:{containers:[{image:'!*:latest'}]}}",
                "{spec:{containers:[{'(name)':'proxy',image:'registry.example.com/mesh/* | registry.example.com/shop/*'}]}}",
                "{spec:{'^(containers)':[{name:'exporter'}],'X(hostNetwork)':true,'=(volumes)':[{'X(hostPath)':'null'}]}}",
                "{metadata:{labels:{team:'?*','X(other)':'null'}},spec:{'<(restartPolicy)':'Always'}}",
                "{spec:{terminationGracePeriodSeconds:'<=60 & >5',automountServiceAccountToken:true,priority:0}}",
                "{spec:{containers:[{resources:{requests:{memory:'<=1Gi',cpu:'10m-1'},limits:{memory:'!2Gi'}}}]}}",
                "{spec:{containers:[{ports:[{containerPort:'>=1024'}]}]}}"
            })
    void matchingAllocatesNothing(String text) {
        Pattern pattern = Pattern.compile(json(text));
        JsonNode pod = JsonText.pod();
        assertThat(run(pattern, pod, NumberView.AS_WRITTEN)).isTrue();
        assertThat(run(pattern, pod, NumberView.FLOAT64)).isTrue();
        assertThat(allocated(pattern, pod, NumberView.AS_WRITTEN)).isZero();
        assertThat(allocated(pattern, pod, NumberView.FLOAT64)).isZero();
    }

    private static long allocated(Pattern pattern, JsonNode value, NumberView numbers) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++) {
            run(pattern, value, numbers);
            long before = threads.getCurrentThreadAllocatedBytes();
            run(pattern, value, numbers);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / ROUNDS;
    }

    private static boolean run(Pattern pattern, JsonNode value, NumberView numbers) {
        boolean matched = true;
        for (int i = 0; i < ROUNDS; i++) {
            matched &= pattern.match(value, numbers) instanceof PatternMatch.Matched;
        }
        return matched;
    }
}
