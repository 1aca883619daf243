package io.ephor.engine.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.values.NumberView;
import io.ephor.values.YamlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodSecurityTest {
    private static final String BARE = "{kind: Pod, spec: {containers: [{name: a, image: nginx}]}}";
    private static final String SAFE = """
            kind: Pod
            spec:
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
              - name: a
                securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    @Test
    void allowsWhatSatisfiesTheStandards() {
        assertThat(judge("{level: restricted}", SAFE)).isInstanceOf(PodSecurityOutcome.Allowed.class);
        assertThat(PodSecurity.compile(yaml("{level: restricted}")).certainlyAllows(yaml(SAFE), NumberView.FLOAT64))
                .isTrue();
    }

    @Test
    void namesEveryFailedCheckInOrder() {
        assertThat(forbidden("{level: restricted}", BARE))
                .extracting(FailedCheck::id)
                .containsExactly(
                        "allowPrivilegeEscalation",
                        "capabilities_restricted",
                        "runAsNonRoot",
                        "seccompProfile_restricted");
        assertThat(judge("{level: baseline}", BARE)).isInstanceOf(PodSecurityOutcome.Allowed.class);
    }

    @Test
    void judgesTheLevelPrivilegedAsRestricted() {
        assertThat(forbidden("{level: privileged}", BARE)).hasSize(4);
    }

    @Test
    void showsPathsFromTheRootOfTheController() {
        String spec = "{hostPID: true, containers: [{name: a}]}";
        String annotations = "{annotations: {container.apparmor.security.beta.kubernetes.io/a: bad}}";
        assertThat(fields("Job", "{template: {spec: " + spec + "}}")).containsExactly("spec.template.spec.hostPID");
        assertThat(fields("CronJob", "{jobTemplate: {spec: {template: {spec: " + spec + "}}}}"))
                .containsExactly("spec.jobTemplate.spec.template.spec.hostPID");
        assertThat(fields("CronJob", "{jobTemplate: {metadata: " + annotations + "}}"))
                .containsExactly(
                        "spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/a]");
        assertThat(fields("CronJob", "{jobTemplate: {spec: {template: {metadata: " + annotations + "}}}}"))
                .isEmpty();
    }

    @Test
    void forgivesOneFindingForEachFindingOfAnExclude() {
        String one = "{level: restricted, exclude: [{controlName: Seccomp}]}";
        assertThat(forbidden(one, BARE)).extracting(FailedCheck::id).doesNotContain("seccompProfile_restricted");
        String two = "{kind: Pod, spec: {containers: [{name: a}, {name: b}]}}";
        FailedCheck left = forbidden(one, two).get(3);
        assertThat(left.errors()).hasSize(1);
        assertThat(left.errors().get(0).field()).isEqualTo("spec.containers[1].securityContext.seccompProfile.type");
        assertThat(left.detail()).contains("\"a\", \"b\"");
    }

    @Test
    void forgivesOnlyContainersWithTheImages() {
        String pod = """
                kind: Pod
                spec:
                  containers:
                  - {name: a, image: nginx, securityContext: {privileged: true}}
                  - {name: b, image: redis, securityContext: {privileged: true}}
                """;
        String block = "{level: baseline, exclude: [{controlName: Privileged Containers, images: ['red*']}]}";
        assertThat(forbidden(block, pod).get(0).errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.field()).isEqualTo("spec.containers[0].securityContext.privileged"));
    }

    @Test
    void forgivesOnlyTheFieldAndTheValues() {
        String pod = "{kind: Pod, spec: {securityContext: {sysctls: [{name: x.a}, {name: y.b}]}, containers: []}}";
        String field = "restrictedField: 'spec.securityContext.sysctls[*].name'";
        assertThat(forbidden(
                                "{level: baseline, exclude: [{controlName: Sysctls, " + field + ", values: ['x.*']}]}",
                                pod)
                        .get(0)
                        .errors())
                .hasSize(1);
        assertThat(judge("{level: baseline, exclude: [{controlName: Sysctls, " + field + "}]}", pod))
                .isInstanceOf(PodSecurityOutcome.Allowed.class);
        assertThat(forbidden("{level: baseline, exclude: [{controlName: Sysctls, restrictedField: spec}]}", pod))
                .hasSize(1);
    }

    @Test
    void saysWhyAResourceCannotBeJudged() {
        assertThat(unknown("{level: baseline}", "{kind: Service}"))
                .isEqualTo("Error while getting new resource: could not find correct resource type");
        assertThat(unknown("{level: baseline}", "{}"))
                .isEqualTo("Error while getting new resource: could not find correct resource type");
        assertThat(unknown("{level: baseline, version: v1}", BARE))
                .isEqualTo("failed to parse pod security api version: must be \"latest\" or \"v1.x\"");
        assertThat(unknown("{level: baseline, version: v1}", "{kind: Pod, spec: {containers: x}}"))
                .isEqualTo("Error while getting new resource: json: cannot unmarshal string into Go struct field"
                        + " PodSpec.spec.containers of type []v1.Container");
    }

    @Test
    void endsOnPodsOfAnyShape() {
        for (String hostile : List.of(
                "{kind: Pod}",
                "{kind: Pod, spec: null}",
                "{kind: Pod, spec: {containers: [null]}}",
                "{kind: Pod, spec: {volumes: [null], containers: [{ports: [null]}]}}",
                "{kind: Pod, spec: {securityContext: {sysctls: [null]}}}",
                "{kind: Pod, spec: {containers: [{securityContext: {capabilities: {add: [null], drop: [null]}}}]}}",
                "{kind: Pod, spec: {containers: {a: b}}}",
                "{kind: Pod, spec: {containers: [{ports: [{hostPort: 1e400}]}]}}",
                "{kind: Pod, metadata: {annotations: {a: 1}}}",
                "{kind: Pod, metadata: []}")) {
            assertThat(judge("{level: restricted, exclude: [{controlName: Seccomp, images: ['']}]}", hostile))
                    .as(hostile)
                    .isNotNull();
        }
    }

    @Test
    void judgesAHundredThousandContainersWithExcludes() {
        ObjectNode pod = JsonNodeFactory.instance.objectNode().put("kind", "Pod");
        ArrayNode containers = pod.putObject("spec").putArray("containers");
        for (int i = 0; i < 100_000; i++) {
            containers.addObject().put("name", "c" + i).put("image", "nginx");
        }
        PodSecurity block =
                PodSecurity.compile(yaml("{level: restricted, exclude: [{controlName: Seccomp, images: ['*']}]}"));
        PodSecurityOutcome outcome = block.judge(pod, NumberView.FLOAT64);
        assertThat(((PodSecurityOutcome.Forbidden) outcome).checks())
                .extracting(FailedCheck::id)
                .containsExactly("allowPrivilegeEscalation", "capabilities_restricted", "runAsNonRoot");
    }

    private static List<String> fields(String kind, String spec) {
        PodSecurityOutcome outcome = judge("{level: baseline}", "{kind: " + kind + ", spec: " + spec + "}");
        return outcome instanceof PodSecurityOutcome.Forbidden forbidden
                ? forbidden.checks().stream()
                        .flatMap(check -> check.errors().stream())
                        .map(error -> error.field())
                        .toList()
                : List.of();
    }

    private static List<FailedCheck> forbidden(String block, String resource) {
        return ((PodSecurityOutcome.Forbidden) judge(block, resource)).checks();
    }

    private static String unknown(String block, String resource) {
        return ((PodSecurityOutcome.Unknown) judge(block, resource)).reason();
    }

    private static PodSecurityOutcome judge(String block, String resource) {
        return PodSecurity.compile(yaml(block)).judge(yaml(resource), NumberView.FLOAT64);
    }

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }
}
