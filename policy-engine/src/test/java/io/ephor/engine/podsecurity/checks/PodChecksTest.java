package io.ephor.engine.podsecurity.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.YamlDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodChecksTest {
    private static final int NEWEST = Integer.MAX_VALUE;

    @Test
    void hasEighteenChecksOfWhichTwelveAreThoseOfBaseline() {
        assertThat(PodChecks.ALL).hasSize(18);
        assertThat(PodChecks.BASELINE)
                .hasSize(12)
                .allSatisfy(check -> assertThat(check.isBaseline()).isTrue());
        assertThat(PodChecks.ALL).extracting(PodCheck::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{hostNetwork: true, hostIPC: true} | hostNamespaces | hostNetwork=true, hostIPC=true",
                "{volumes: [{name: v, hostPath: {path: /}}]} | hostPathVolumes | volume \"v\"",
                "{volumes: [{name: v, nfs: {}}, {name: w}]} | restrictedVolumes"
                        + " | volumes \"v\", \"w\" use restricted volume types \"nfs\", \"unknown\"",
                "{containers: [{name: a, ports: [{hostPort: 80}, {hostPort: 8}]}]} | hostPorts"
                        + " | container \"a\" uses hostPorts 8, 80",
                "{containers: [{name: a, livenessProbe: {httpGet: {host: h}}}]} | hostProbesAndHostLifecycle"
                        + " | container \"a\" uses probe or lifecycle host \"h\"",
                "{containers: [{name: a, securityContext: {procMount: Unmasked}}]} | procMount"
                        + " | container \"a\" must not set securityContext.procMount to \"Unmasked\"",
                "{securityContext: {runAsUser: 0}} | runAsUser | pod must not set runAsUser=0",
                "{securityContext: {seLinuxOptions: {type: t, user: u}}} | seLinuxOptions"
                        + " | pod set forbidden securityContext.seLinuxOptions: type \"t\"; user may not be set",
                "{securityContext: {windowsOptions: {hostProcess: true}}} | windowsHostProcess"
                        + " | pod must not set securityContext.windowsOptions.hostProcess=true"
            })
    void saysInDetailWhatIsWrong(String spec, String id, String detail) {
        FailedCheck failed = check(id, "{spec: " + spec + "}", NEWEST);
        assertThat(failed).isNotNull();
        assertThat(failed.detail()).isEqualTo(detail);
    }

    @Test
    void allowsSysctlsFromTheVersionInWhichTheyBecameSafe() {
        String pod = "{spec: {securityContext: {sysctls: [{name: net.ipv4.tcp_rmem}]}}}";
        assertThat(check("sysctls", pod, 31)).isNotNull();
        assertThat(check("sysctls", pod, 32)).isNull();
    }

    @Test
    void exemptsPodsOfWindowsFromVersionTwentyFiveOn() {
        String pod = "{spec: {os: {name: windows}, containers: [{name: a}]}}";
        for (String id :
                new String[] {"allowPrivilegeEscalation", "capabilities_restricted", "seccompProfile_restricted"}) {
            assertThat(check(id, pod, 24)).as(id).isNotNull();
            assertThat(check(id, pod, 25)).as(id).isNull();
        }
    }

    @Test
    void looksAtAnnotationsOfSeccompBeforeVersionNineteenOnly() {
        String pod = "{metadata: {annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}}, spec: {}}";
        assertThat(check("seccompProfile_baseline", pod, 18)).isNotNull();
        assertThat(check("seccompProfile_baseline", pod, 19)).isNull();
    }

    @Test
    void countsEveryBadProfileOfAppArmor() {
        String pod = """
                metadata: {annotations: {container.apparmor.security.beta.kubernetes.io/a: 'x"y'}}
                spec: {securityContext: {appArmorProfile: {}}}
                """;
        FailedCheck failed = check("appArmorProfile", pod, NEWEST);
        assertThat(failed).isNotNull();
        assertThat(failed.reason()).isEqualTo("forbidden AppArmor profiles");
        assertThat(failed.detail())
                .isEqualTo("pod and annotation must not set AppArmor profile type to \"\","
                        + " \"container.apparmor.security.beta.kubernetes.io/a=\"x\\\"y\"\"");
    }

    @Test
    void wantsDroppedCapabilitiesBeforeItNamesAddedOnes() {
        String pod = "{spec: {containers: [{name: a, securityContext: {capabilities: {add: [KILL], drop: [CHOWN]}}}]}}";
        FailedCheck failed = check("capabilities_restricted", pod, NEWEST);
        assertThat(failed).isNotNull();
        assertThat(failed.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "spec.containers[0].securityContext.capabilities.drop",
                        "spec.containers[0].securityContext.capabilities.add");
    }

    private static @Nullable FailedCheck check(String id, String pod, int minor) {
        JsonNode document = YamlDocument.parse("pod.yaml", pod).value();
        PodCheck check = PodChecks.ALL.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        return check.check(Pod.of(document.path("metadata"), document.path("spec")), minor);
    }
}
