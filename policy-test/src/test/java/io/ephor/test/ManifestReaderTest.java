package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import io.ephor.Operation;
import io.ephor.RuleStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
    private final Faults faults = new Faults();

    private TestManifest read(String text) {
        SourceDocument document = SourceDocument.all("kyverno-test.yaml", text).get(0);
        return new ManifestReader(document, faults).read(Path.of("kyverno-test.yaml"), 0);
    }

    private Diagnostic only() {
        assertThat(faults.diagnostics()).hasSize(1);
        return faults.diagnostics().get(0);
    }

    @Test
    void readsEveryField() {
        TestManifest manifest = read("""
                apiVersion: cli.kyverno.io/v1alpha1
                kind: Test
                metadata: {name: all, labels: {a: b}}
                policies: [p.yaml, p.yaml, q.yaml]
                resources: [r.yaml]
                jsonPayloads: [./a.json, a.json, ' ']
                httpPayloads: [h.json]
                envoyPayloads: [e.json]
                targetResources: [t.yaml]
                paramResources: [m.yaml]
                exceptions: [x.yaml]
                clusterResources: [c.yaml]
                variables: v.yaml
                userinfo: u.yaml
                context: k.yaml
                apiCallResponses: [{urlPath: /a, response: {body: {}}}]
                globalContextEntries: [{name: g, data: {}}]
                values:
                  globalValues: {a.b: [1]}
                  namespaceSelector: [{name: one, labels: {x: 1}}]
                  namespaces: [{apiVersion: v1, kind: Namespace, metadata: {name: one, labels: {tier: web}}}]
                  policies:
                  - name: p
                    resources: [{name: r, values: {c: d}}]
                    rules: [{name: s, values: {e: f}, foreachValues: {g: [1, 2]}}]
                  subresources:
                  - subresource: {name: deployments/scale, kind: Scale, group: autoscaling, version: v1}
                    parentResource: {name: deployments, kind: Deployment, group: apps, version: v1, namespaced: true}
                results:
                - policy: ns/p
                  rule: r
                  kind: Pod
                  resources: [a, ns/b]
                  resourceSpecs: [{group: apps, version: v1, kind: Deployment, namespace: ns, subresource: s, name: d}]
                  result: skip
                  operation: UPDATE
                  patchedResources: patched.yaml
                  generatedResource: generated.yaml
                  cloneSourceResource: source.yaml
                  failOnMissingResources: true
                  isValidatingPolicy: false
                """);

        assertThat(faults.diagnostics()).isEmpty();
        assertThat(manifest.name()).isEqualTo("all");
        assertThat(manifest.inputs().policies()).containsExactly("p.yaml", "q.yaml");
        assertThat(manifest.inputs().jsonPayloads()).containsExactly("a.json");
        assertThat(manifest.inputs().user()).isEqualTo("u.yaml");
        assertThat(manifest.mocks().apiCalls()).hasSize(1);
        TestValues values = manifest.values();
        assertThat(values).isNotNull();
        assertThat(values.namespaceLabels().get("one")).containsOnlyKeys("tier");
        assertThat(values.variables("p", "r")).containsOnlyKeys("a.b", "c", "request.operation");
        assertThat(values.ruleVariables("p")).hasSize(1);
        assertThat(values.ruleVariables("q")).isEmpty();
        assertThat(values.variables("q", "r")).containsOnlyKeys("a.b", "request.operation");
        assertThat(values.subresources().get(0).subresource()).isEqualTo("scale");
        ExpectedResult result = manifest.results().get(0);
        assertThat(result.policyName()).isEqualTo("p");
        assertThat(result.resourceSpecs()).containsExactly(new ResourceSpec("apps/v1", "Deployment", "ns", "d"));
        assertThat(result.status()).isEqualTo(RuleStatus.SKIP);
        assertThat(result.operation()).isEqualTo(Operation.UPDATE);
        assertThat(result.generatedResources()).containsExactly("generated.yaml");
        assertThat(result.failOnMissingResources()).isTrue();
    }

    @Test
    void theCaseOfAFieldNameDoesNotMatter() {
        read("apiversion: a\nKind: Test\nresults: [{policy: p, result: pass, isMUtatingPolicy: true}]\n");

        assertThat(faults.diagnostics()).isEmpty();
    }

    @Test
    void namesAnUnknownFieldAndItsPlace() {
        read("apiVersion: a\nkind: Test\nresults:\n- policy: p\n  result: pass\n  status: fail\n");

        assertThat(only().code()).isEqualTo("unknown-field");
        assertThat(only().message()).isEqualTo("unknown field `status`");
        assertThat(only().pointer()).isEqualTo("/results/0/status");
        assertThat(only().range().line()).isEqualTo(6);
    }

    @Test
    void namesAWrongTypeAndItsPlace() {
        read("apiVersion: a\nkind: Test\npolicies:\n- [p]\nresults: []\n");

        assertThat(only().code()).isEqualTo("wrong-type");
        assertThat(only().message()).isEqualTo("expected a text, found a list");
        assertThat(only().pointer()).isEqualTo("/policies/0");
        assertThat(only().range().line()).isEqualTo(4);
    }

    @Test
    void refusesTheOldForm() {
        read("name: old\npolicies: []\nresults: []\n");

        assertThat(only().code()).isEqualTo("deprecated-schema");
    }

    @Test
    void anExpectationHasAPolicyAndAResult() {
        read("apiVersion: a\nkind: Test\nresults: [{rule: r}]\n");

        assertThat(faults.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("`policy` is missing", "`result` is missing");
    }

    @Test
    void takesScalarsAsTexts() {
        TestManifest manifest = read("apiVersion: a\nkind: Test\nresults: [{policy: 1, rule: true, result: pass}]\n");

        assertThat(faults.diagnostics()).isEmpty();
        assertThat(manifest.results().get(0).policy()).isEqualTo("1");
        assertThat(manifest.results().get(0).rule()).isEqualTo("true");
    }

    @Test
    void saysThatPartsBesideNoNamesAreNotLookedAt() {
        TestManifest manifest =
                read("apiVersion: a\nkind: Test\nresults: [{policy: p, result: pass, resourceSpecs: [{name: n}]}]\n");

        assertThat(only().code()).isEqualTo("ignored-field");
        assertThat(faults.hasErrors()).isFalse();
        assertThat(manifest.results().get(0).resourceSpecs()).isEmpty();
    }
}
