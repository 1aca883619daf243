package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may well be missing is no error, and nothing is thrown for it. */
class ThrownExceptionsTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode POD = YamlDocument.parse("pod.yaml", """
            {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: 'web:1'}]}}
            """).value();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{foreach: [{list: request.object.spec.initContainers, pattern: {image: '*:*'}},"
                        + " {list: request.object.spec.containers, pattern: {image: '*:*'}}]}",
                "{foreach: [{list: request.object.spec.containers, foreach: [{list: element.ports, pattern: {a: b}}]},"
                        + " {list: request.object.spec.containers, pattern: {image: '*:*'}}]}",
                "{deny: {conditions: {any: [{key: '{{ request.object.metadata.labels.app || `[]` }}', operator: Equals,"
                        + " value: none}]}}}",
                "{deny: {conditions: {any: [{key: '{{ request.object.metadata.labels.keys(@)[] }}', operator: AnyIn,"
                        + " value: [none]}]}}}",
                "{deny: {conditions: {any: [{key: '{{ request.object.spec.volumes[].name }}', operator: AnyIn,"
                        + " value: [none]}]}}}",
                "{pattern: {spec: {=(volumes): [{=(hostPath): 'null'}]}}}",
                "{anyPattern: [{spec: {volumes: [{name: a}]}}, {spec: {containers: [{image: 'web:*'}]}}]}",
                "{pattern: {spec: {containers: [{image: 'other:*'}]}}}",
            })
    void areNoneWhereNothingIsWrong(String validate) throws IOException {
        Policy policy = policy("[]", validate);

        assertThat(thrown(policy)).isEmpty();
        assertThat(status(policy)).isNotEqualTo(RuleStatus.ERROR);
    }

    @Test
    void areNoneWhereAVariableHasItsDefault() throws IOException {
        Policy policy = policy(
                "[{name: app, variable: {jmesPath: request.object.metadata.labels.app, default: none}},"
                        + " {name: tier, variable: {value: {a: 1}, jmesPath: \"b || keys(a)\", default: none}}]",
                "{deny: {conditions: {any: [{key: '{{ app }}-{{ tier }}', operator: NotEquals, value: none-none}]}}}");

        assertThat(thrown(policy)).isEmpty();
        assertThat(status(policy)).isEqualTo(RuleStatus.PASS);
    }

    /** What this test looks for it can see. */
    @Test
    void areSeenWhereARuleEndsInError() throws IOException {
        Policy policy = policy(
                "[]",
                "{deny: {conditions: {any: [{key: '{{ request.object.none }}', operator: Equals, value: none}]}}}");

        assertThat(thrown(policy)).isNotEmpty();
        assertThat(status(policy)).isEqualTo(RuleStatus.ERROR);
    }

    private static RuleStatus status(Policy policy) {
        List<RuleResult> results = ENGINE.evaluate(policy, POD).rules();
        assertThat(results).hasSize(1);
        return results.get(0).status();
    }

    private List<String> thrown(Policy policy) throws IOException {
        Path file = Files.createTempFile(folder, "exceptions", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow").withStackTrace().with("throttle", "off");
            recording.start();
            ENGINE.evaluate(policy, POD, EvaluationContext.empty());
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getThread() != null
                        && event.getThread().getJavaThreadId()
                                == Thread.currentThread().getId())
                .map(ThrownExceptionsTest::text)
                .filter(text -> text.startsWith("io.ephor."))
                .toList();
    }

    private static String text(RecordedEvent event) {
        return event.getClass("thrownClass").getName() + ": " + event.getString("message");
    }

    private static Policy policy(String context, String validate) {
        return ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  rules:
                  - {name: one, match: {any: [{resources: {kinds: [Pod]}}]}, context: %s, validate: %s}
                """.formatted(context, validate));
    }
}
