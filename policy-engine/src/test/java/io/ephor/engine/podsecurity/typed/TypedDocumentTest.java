package io.ephor.engine.podsecurity.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import io.ephor.values.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDocumentTest {
    @Test
    void givesBackADocumentThatNeedsNoChange() {
        JsonNode pod = yaml("{kind: Pod, unknown: [1], spec: {priority: 7, containers: [{name: a, image: b}]}}");
        assertThat(TypedDocument.pod(pod, NumberView.FLOAT64).value()).isSameAs(pod);
        assertThat(TypedDocument.pod(pod, NumberView.FLOAT64).fault()).isNull();
    }

    @Test
    void findsFieldsInAnyCaseAndForgetsNulls() {
        TypedDocument read = TypedDocument.pod(
                yaml("{Spec: {hostpid: true, hoſtNetwork: true, volumes: null, containers: [null, {Name: a}]}}"),
                NumberView.FLOAT64);
        assertThat(read.fault()).isNull();
        assertThat(read.value().toString())
                .isEqualTo("{\"spec\":{\"containers\":[{},{\"name\":\"a\"}],\"hostPID\":true,\"hostNetwork\":true}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {spec: {containers: [{name: 1}]}} | json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string
            {spec: {containers: [x]}} | json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type v1.Container
            {spec: {volumes: [{csi: {readOnly: 'no'}}]}} | json: cannot unmarshal string into Go struct field CSIVolumeSource.spec.volumes.VolumeSource.csi.readOnly of type bool
            {spec: {containers: [{readinessProbe: {httpGet: {port: true}}}]}} | json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.readinessProbe.ProbeHandler.httpGet.port of type int32
            {spec: {priority: 1.5}} | json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.priority of type int32
            {spec: {priority: 2147483648}} | json: cannot unmarshal number 2147483648 into Go struct field PodSpec.spec.priority of type int32
            {spec: {terminationGracePeriodSeconds: 1e30}} | json: cannot unmarshal number 1e+30 into Go struct field PodSpec.spec.terminationGracePeriodSeconds of type int64
            {spec: {hostPID: [], containers: x}} | json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type []v1.Container
            {metadata: {annotations: {a: 1}}} | json: cannot unmarshal number into Go struct field ObjectMeta.metadata.annotations of type string
            {metadata: {labels: x}} | json: cannot unmarshal string into Go struct field ObjectMeta.metadata.labels of type map[string]string
            {spec: {containers: [{securityContext: {capabilities: {add: [1]}}}]}} | json: cannot unmarshal number into Go struct field Capabilities.spec.containers.securityContext.capabilities.add of type v1.Capability
            {kind: 1} | json: cannot unmarshal number into Go struct field Pod.TypeMeta.kind of type string
            {metadata: {labels: x}, spec: {overhead: {cpu: 1mm}}} | unable to parse quantity's suffix
            {spec: {overhead: {cpu: true}}} | quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
            {metadata: {creationTimestamp: x}} | parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"
            """, quoteCharacter = '`')
    void saysWhatDoesNotFit(String pod, String fault) {
        assertThat(TypedDocument.pod(yaml(pod), NumberView.FLOAT64).fault()).isEqualTo(fault);
    }

    @Test
    void namesFieldsOfControllersFromTheirRoot() {
        JsonNode document = yaml("{spec: {template: {spec: {containers: [{name: 1}]}}}}");
        assertThat(TypedDocument.deployment(document, NumberView.FLOAT64).fault())
                .isEqualTo("json: cannot unmarshal number into Go struct field"
                        + " Container.spec.template.spec.containers.name of type string");
        JsonNode job = yaml("{spec: {jobTemplate: {spec: {parallelism: x}}}}");
        assertThat(TypedDocument.cronJob(job, NumberView.FLOAT64).fault())
                .isEqualTo("json: cannot unmarshal string into Go struct field"
                        + " JobSpec.spec.jobTemplate.spec.parallelism of type int32");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59Z, true",
        "2023-02-29T00:00:00Z, false",
        "2024-01-01T00:00:00.123456789123+01:00, true",
        "2024-01-01T24:00:00Z, false",
        "2024-01-01T00:00:00, false",
        "2024-01-01T00:00:00Zx, false",
        "2024-13-01T00:00:00Z, false"
    })
    void readsTimes(String text, boolean valid) {
        assertThat(GoTime.fault(text) == null).isEqualTo(valid);
    }

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }
}
