package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExceptionsTest {
    private static final String POLICY = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: p}
            spec:
              rules:
              - {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {metadata: {name: good}}}}
            """;
    private static final String EXCEPTION = """
            ---
            apiVersion: kyverno.io/v2
            kind: PolicyException
            metadata: {name: e}
            spec:
              exceptions: [{policyName: p, ruleNames: [r]}]
              match: {any: [{resources: {kinds: [Pod]}}]}
            """;

    @TempDir
    Path folder;

    private TestReport run(String exceptions, String result) throws IOException {
        Files.writeString(folder.resolve("policies.yaml"), POLICY + EXCEPTION);
        Files.writeString(folder.resolve("exceptions.yaml"), exceptions);
        Files.writeString(
                folder.resolve("resources.yaml"), "{apiVersion: v1, kind: Pod, metadata: {name: bad, namespace: n}}");
        Path manifest = Files.writeString(folder.resolve("kyverno-test.yaml"), """
                apiVersion: cli.kyverno.io/v1alpha1
                kind: Test
                metadata: {name: t}
                policies: [policies.yaml]
                resources: [resources.yaml]
                exceptions: [exceptions.yaml]
                results: [{policy: p, rule: r, resources: [bad], result: %s}]
                """.formatted(result));
        return new TestRunner(StandardPolicyEngine.create()).run(manifest).get(0);
    }

    @Test
    void holdFromTheFilesThatTheManifestNames() throws IOException {
        assertThat(run(EXCEPTION, "skip").passed()).isTrue();
    }

    @Test
    void amongThePoliciesHaveNoEffect() throws IOException {
        assertThat(run("", "fail").passed()).isTrue();
    }

    @Test
    void areNoPolicies() throws IOException {
        TestReport report = run(POLICY, "fail");

        assertThat(report.passed()).isFalse();
        assertThat(report.diagnostics()).extracting(Diagnostic::code).containsExactly("not-an-exception");
    }

    @Test
    void saysWhatIsMissingForTheirPolicies() throws IOException {
        TestReport report = run("""
                apiVersion: policies.kyverno.io/v1
                kind: PolicyException
                metadata: {name: e}
                spec: {policyRefs: [{name: p, kind: ValidatingPolicy}]}
                """, "skip");

        assertThat(report.missingFeatures("p")).containsExactly("PolicyException");
    }
}
