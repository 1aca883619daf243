package io.ephor.engine.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.ephor.EvaluationResult;
import io.ephor.PodSecurityFindings;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.values.YamlDocument;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsReportTest {
    private static @Nullable PodSecurityFindings findings(String level, String resource) {
        StandardPolicyEngine engine = StandardPolicyEngine.create();
        EvaluationResult result = engine.evaluate(
                engine.load("p.yaml", """
                        {apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {rules: [{name: r,
                        match: {any: [{resources: {kinds: [Pod, Deployment]}}]},
                        validate: {podSecurity: {level: LEVEL, version: latest}}}]}}
                        """.replace("LEVEL", level)),
                YamlDocument.parse("r.yaml", resource).value());
        return result.rules().get(0).podSecurity();
    }

    @Test
    void reportHasControlsWithTheirImages() {
        PodSecurityFindings findings = Objects.requireNonNull(findings("baseline", """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {template: {spec: {hostIPC: true,
                initContainers: [{name: b, image: 'quay.io/b:1'}],
                containers: [{name: a, image: nginx, securityContext: {privileged: true}}]}}}}
                """));

        assertThat(findings.reportProperties())
                .containsExactly(
                        entry("standard", "baseline"),
                        entry("version", "latest"),
                        entry("controls", "hostNamespaces,privileged"),
                        entry(
                                "controlsJSON",
                                "[{\"ID\":\"hostNamespaces\",\"Name\":\"Host Namespaces\",\"Images\":null},"
                                        + "{\"ID\":\"privileged\",\"Name\":\"Privileged Containers\","
                                        + "\"Images\":[\"docker.io/nginx:latest\"]}]"));
        assertThat(findings.findings().get(1).detail())
                .isEqualTo("container \"a\" must not set securityContext.privileged=true");
    }

    @Test
    void severalContainersHaveSeveralImages() {
        PodSecurityFindings findings = Objects.requireNonNull(findings("baseline", """
                {apiVersion: v1, kind: Pod, metadata: {name: d}, spec: {
                initContainers: [{name: b, image: 'quay.io/b:1', securityContext: {privileged: true}}],
                containers: [{name: a, image: '???', securityContext: {privileged: true}}]}}
                """));

        assertThat(findings.findings().get(0).images()).containsExactly("quay.io/b:1", "a");
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        assertThat(findings(
                        "baseline",
                        "{apiVersion: v1, kind: Pod, metadata: {name: d}, spec: {containers: [{name: a}]}}"))
                .isNull();
    }
}
