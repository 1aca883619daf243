package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.ManifestVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestSignaturesTest {
    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> run(TestRunner runner) throws IOException {
        write("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: signed}
                spec:
                  rules:
                  - name: by-release
                    match: {any: [{resources: {kinds: [ConfigMap]}}]}
                    validate: {manifests: {attestors: [{entries: [{keys: {publicKeys: release}}]}]}}
                """);
        write("maps.yaml", """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: good}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: bad}}
                """);
        write("kyverno-test.yaml", """
                apiVersion: cli.kyverno.io/v1alpha1
                kind: Test
                metadata: {name: t}
                policies: [policy.yaml]
                resources: [maps.yaml]
                results:
                - {policy: signed, rule: by-release, kind: ConfigMap, resources: [good], result: pass}
                - {policy: signed, rule: by-release, kind: ConfigMap, resources: [bad], result: fail}
                """);
        List<TestReport> reports = runner.run(folder.resolve("kyverno-test.yaml"));
        assertThat(reports).hasSize(1);
        return reports.get(0).rows().stream().map(TestRow::actual).toList();
    }

    @Test
    void areVerifiedByTheLookupOfTheRunner() throws IOException {
        TestRunner runner = new TestRunner(StandardPolicyEngine.create())
                .withManifestSignatures(request ->
                        request.resource().at("/metadata/name").asText().equals("good")
                                ? ManifestVerification.verified("")
                                : ManifestVerification.refused("not signed"));

        assertThat(run(runner)).containsExactly("pass", "fail");
    }

    @Test
    void areErrorsWithoutOne() throws IOException {
        assertThat(run(new TestRunner(StandardPolicyEngine.create()))).containsExactly("error", "error");
    }
}
