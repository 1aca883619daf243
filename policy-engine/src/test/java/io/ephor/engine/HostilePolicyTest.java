package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.ephor.Diagnostic;
import io.ephor.InvalidPolicyException;
import io.ephor.PolicyEngine;
import io.ephor.Severity;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile policies of some hundred kilobytes are refused with places, in under a second and 100 MB. */
class HostilePolicyTest {
    private static final long MOST_BYTES = 100L << 20;
    private static final long MOST_NANOS = 1_000_000_000L;
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String POLICY = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: p}
            spec:
              rules:
              - name: r
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate: {pattern: %s}
            """;

    @BeforeAll
    static void loadClasses() {
        ENGINE.load("p.yaml", POLICY.formatted("{a: x}").getBytes(StandardCharsets.UTF_8));
        faults(POLICY.formatted("{a: x}") + "specs: 1\n");
    }

    @Test
    void unknownFieldsAreFaults() {
        StringBuilder text = new StringBuilder(POLICY.formatted("{a: x}"));
        for (int i = 0; i < 50_000; i++) {
            text.append('u').append(i).append(": 1\n");
        }

        assertThat(faults(text.toString())).hasSizeLessThanOrEqualTo(101).allMatch(HostilePolicyTest::hasPlace);
    }

    @Test
    void faultsThatNobodyReadsAreCutOffAndThatIsSaid() {
        StringBuilder text = new StringBuilder(POLICY.formatted("{a: x}"));
        for (int i = 0; i < 60_000; i++) {
            text.append("    context").append(i).append(": m\n");
        }
        List<Diagnostic> faults = faults(text.toString());

        assertThat(faults).hasSizeLessThanOrEqualTo(101).allMatch(HostilePolicyTest::hasPlace);
        assertThat(faults).extracting(Diagnostic::code).contains("unknown-field", "too-many-faults");
        assertThat(faults).anySatisfy(fault -> assertThat(fault.help()).isEqualTo("did you mean `context`?"));
    }

    @Test
    void warningsDoNotCrowdOutTheErrorForWhichThePolicyIsRefused() {
        StringBuilder text = new StringBuilder(POLICY.formatted("{a: x}"));
        text.append("  - name: s\n    match: {any: [{resources: {kinds: [Pod]}}]}\n    validate:\n      deny:\n")
                .append("        conditions:\n");
        for (int i = 0; i < 500; i++) {
            text.append("        - {key: a, operator: In, value: [b, c")
                    .append(i)
                    .append("]}\n");
        }
        text.append("        - {key: a, operator: Inn, value: b}\n");

        List<Diagnostic> faults = faults(text.toString());
        assertThat(faults).hasSize(102);
        assertThat(faults)
                .filteredOn(fault -> fault.severity() == Severity.ERROR)
                .hasSize(1);
        assertThat(faults)
                .filteredOn(fault -> fault.code().equals("too-many-faults"))
                .hasSize(1);
        assertThat(faults)
                .filteredOn(fault -> fault.code().equals("deprecated-operator"))
                .hasSize(100);
    }

    @Test
    void depthIsAFault() {
        assertThat(faults(POLICY.formatted("{a: ".repeat(100_000) + "}".repeat(100_000))))
                .extracting(Diagnostic::code)
                .containsExactly("yaml-too-deep");
        assertThat(faults(POLICY.formatted("[".repeat(100_000))))
                .extracting(Diagnostic::code)
                .contains("yaml-too-deep");
    }

    @Test
    void bytesThatAreNoTextAreAFault() {
        byte[] bytes = POLICY.formatted("{a: x?}").getBytes(StandardCharsets.US_ASCII);
        bytes[POLICY.indexOf("name: p")] = (byte) 0xFF;

        InvalidPolicyException refused =
                catchThrowableOfType(InvalidPolicyException.class, () -> ENGINE.load("p.yaml", bytes));

        assertThat(refused.diagnostics())
                .hasSize(1)
                .allMatch(fault -> fault.range().line() == 3);
    }

    private static boolean hasPlace(Diagnostic fault) {
        return fault.range().line() > 0;
    }

    /** Loads a text that is refused. Bounds the processor time, which doesn't depend on what else the machine does. */
    private static List<Diagnostic> faults(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        InvalidPolicyException refused =
                catchThrowableOfType(InvalidPolicyException.class, () -> ENGINE.load("p.yaml", utf8));
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        assertThat(nanos).isLessThan(MOST_NANOS);
        assertThat(bytes).isLessThan(MOST_BYTES);
        return refused.diagnostics();
    }
}
