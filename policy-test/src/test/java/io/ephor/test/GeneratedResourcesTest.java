package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedResourcesTest {
    private static final String POLICY = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: furnish}
            spec:
              rules:
              - name: copy
                match: {any: [{resources: {kinds: [Namespace]}}]}
                generate:
                  apiVersion: v1
                  kind: Secret
                  name: registry
                  namespace: "{{ request.object.metadata.name }}"
                  clone: {namespace: platform, name: registry}
            """;
    private static final String SOURCE = """
            apiVersion: v1
            kind: Secret
            metadata: {name: registry, namespace: platform, labels: {team: a}}
            data: {password: c2VjcmV0}
            """;
    private static final String COPY = """
            apiVersion: v1
            kind: Secret
            metadata: {name: registry, namespace: shop, labels: {team: a}, annotations: {}}
            data: {password: c2VjcmV0, user: null}
            """;
    private static final String GENERATED = ", generatedResource: copy.yaml";
    private static final String CLONED = ", cloneSourceResource: source.yaml";

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private TestReport run(String fields) throws IOException {
        write("policy.yaml", POLICY);
        write("source.yaml", SOURCE);
        write("shop.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
        write("kyverno-test.yaml", """
                apiVersion: cli.kyverno.io/v1alpha1
                kind: Test
                metadata: {name: t}
                policies: [policy.yaml]
                resources: [shop.yaml]
                results:
                - {policy: furnish, rule: copy, resources: [shop], kind: Namespace, result: pass""" + fields + "}\n");
        List<TestReport> reports =
                new TestRunner(StandardPolicyEngine.create()).run(folder.resolve("kyverno-test.yaml"));
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private static TestRow row(TestReport report) {
        assertThat(report.rows()).hasSize(1);
        return report.rows().get(0);
    }

    @Test
    void comparesACopyOfTheSourceThatARowNames() throws IOException {
        write("copy.yaml", COPY);
        TestReport report = run(GENERATED + CLONED);

        assertThat(row(report).message()).isEqualTo("ok");
        assertThat(report.passed()).isTrue();
    }

    @Test
    void tellsACopyThatDiffers() throws IOException {
        write("copy.yaml", COPY.replace("team: a", "team: b"));
        TestRow row = row(run(GENERATED + CLONED));

        assertThat(row.passed()).isFalse();
        assertThat(row.problems()).containsExactly("`v1,Secret,shop,registry` differs from what is in `copy.yaml`");
    }

    @Test
    void doesNotPassWhereNothingWasGenerated() throws IOException {
        write("copy.yaml", COPY);
        TestRow row = row(run(GENERATED));

        assertThat(row.passed()).isFalse();
        assertThat(row.actual()).isEqualTo("pass");
        assertThat(row.problems()).hasSize(1);
        assertThat(row.problems().get(0))
                .startsWith("`copy` generated nothing: source resource v1/Secret/shop/registry not found: ");
    }

    @Test
    void comparesNothingWhereARowNamesNothing() throws IOException {
        assertThat(row(run("")).message()).isEqualTo("ok");
    }

    @Test
    void saysWhichSourceIsNotThere() throws IOException {
        write("copy.yaml", COPY);
        TestReport report = run(GENERATED + ", cloneSourceResource: absent.yaml");
        Diagnostic fault = report.diagnostics().get(0);

        assertThat(fault.code()).isEqualTo("missing-file");
        assertThat(row(report).passed()).isFalse();
    }

    @Test
    void passesTheTestOfTheFoundingDocuments() {
        Path manifest = Path.of("/nowhere");
        Path above = Path.of("").toAbsolutePath();
        String corpus = System.getenv().getOrDefault("EPHOR_CORPUS", "");
        while (above != null && !Files.exists(manifest)) {
            Path root = corpus.isEmpty() ? above.resolve("shared/corpus") : Path.of(corpus);
            manifest = root.resolve("seeds/06-add-netpol-dns/kyverno-test.yaml");
            above = above.getParent();
        }
        if (!Files.exists(manifest)) {
            System.out.println("THE CORPUS IS NOT HERE: the test of the founding documents did not run");
            return;
        }
        List<TestReport> reports = new TestRunner(StandardPolicyEngine.create()).run(manifest);

        assertThat(reports).hasSize(1);
        assertThat(row(reports.get(0)).message()).isEqualTo("ok");
        assertThat(reports.get(0).passed()).isTrue();
    }
}
