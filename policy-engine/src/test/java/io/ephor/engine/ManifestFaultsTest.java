package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused in {@code validate.manifests} when a policy is loaded, with its place. */
class ManifestFaultsTest {
    private static final String POLICY = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: p}
            spec:
              rules:
              - name: r
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate:
                  manifests:
                    attestors:
                    - entries:
                      - ENTRY
            """;
    private static final String NESTED = POLICY.replace("ENTRY", "attestor: {entries: [ENTRY]}");
    private static final int OF_ENTRY = POLICY.indexOf("ENTRY") - POLICY.lastIndexOf('\n', POLICY.indexOf("ENTRY"));

    private static List<Diagnostic> diagnostics(String text) {
        return StandardPolicyEngine.create().loadAll("p.yaml", text).diagnostics();
    }

    private static String told(Diagnostic diagnostic) {
        return diagnostic.range().line() + ":" + diagnostic.range().column() + " " + diagnostic.code() + ": "
                + diagnostic.message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{certificates: {cert: c}} | 1 | certificates",
                "{keyless: {roots: r}} | 1 | keyless",
                "{keys: {secret: {name: a, namespace: b}}} | 8 | keys.secret",
                "{keys: {publicKeys: a, kms: b}} | 23 | keys.kms",
                "{keys: {publicKeys: 'k8s://shop/key'}} | 8 | keys.publicKeys",
                "{attestor: {entries: [{keyless: {}}]}} | 23 | keyless",
            })
    void attestorsThatNeedMoreThanKeysAreRefusedByName(String entry, int column, String field) {
        assertThat(diagnostics(POLICY.replace("ENTRY", entry)))
                .extracting(ManifestFaultsTest::told)
                .containsExactly("12:" + (OF_ENTRY + column) + " unsupported-feature:"
                        + " `validate.manifests.attestors.entries." + field + "` is not supported yet");
    }

    @Test
    void referenceToAKeyIsRefusedWithAHint() {
        assertThat(diagnostics(POLICY.replace("ENTRY", "keys: {publicKeys: 'awskms:///alias/key'}")))
                .singleElement()
                .satisfies(diagnostic ->
                        assertThat(diagnostic.help()).isEqualTo("keys elsewhere are not supported, keys in PEM are"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ignoreFields: [{fields: [spec.x]}] | validate.manifests.ignoreFields",
                "dryRun: {enable: true, namespace: a} | validate.manifests.dryRun",
            })
    void whatNeedsAClusterIsRefusedByName(String field, String feature) {
        String text =
                POLICY.replace("manifests:", "manifests:\n        " + field).replace("ENTRY", "keys: {publicKeys: a}");

        assertThat(diagnostics(text)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.feature()).isEqualTo(feature);
            assertThat(told(diagnostic)).isEqualTo("10:9 unsupported-feature: `" + feature + "` is not supported yet");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ignoreFields: []", "dryRun: {enable: false, namespace: a}", "dryRun: {}"})
    void whatAsksForNothingIsNotRefused(String field) {
        String text =
                POLICY.replace("manifests:", "manifests:\n        " + field).replace("ENTRY", "keys: {publicKeys: a}");

        assertThat(diagnostics(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing-field: missing one of the fields `keys` and `attestor`",
                "{repository: a} | missing-field: missing one of the fields `keys` and `attestor`",
                "{keys: {}} | missing-field: missing field `publicKeys`",
                "{keys: {publicKeys: ' '}} | missing-field: missing field `publicKeys`",
                "{keys: {publicKeys: a}, attestor: {}} | conflicting-fields: expected only one of `keys` and `attestor`",
            })
    void entryThatNamesNobodyIsRefused(String entry, String fault) {
        assertThat(diagnostics(POLICY.replace("ENTRY", entry)))
                .extracting(ManifestFaultsTest::told)
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("12:").endsWith(" " + fault));
        assertThat(diagnostics(NESTED.replace("ENTRY", entry)))
                .extracting(ManifestFaultsTest::told)
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("12:").endsWith(" " + fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | wrong-type: expected an object",
                "[] | wrong-type: expected an object",
                "{count: 0} | wrong-type: expected a whole number from 1",
                "{count: -1} | wrong-type: expected a whole number from 1",
                "{count: 1.5} | wrong-type: expected a whole number from 1",
                "{count: '1'} | wrong-type: expected a whole number from 1",
                "{count: 4294967297} | wrong-type: expected a whole number from 1",
                "{entries: {a: b}} | wrong-type: expected a list",
                "{entries: [a]} | wrong-type: expected an object",
                "{entries: [{keys: [a]}]} | wrong-type: expected an object",
                "{entries: [{keys: {publicKeys: 1}}]} | wrong-type: expected a text",
                "{entries: [{keys: {publicKeys: a, rekor: b}}]} | wrong-type: expected an object",
                "{entries: [{keys: {publicKeys: a, rekor: {url: 1}}}]} | wrong-type: expected a text",
                "{entries: [{repository: 1, keys: {publicKeys: a}}]} | wrong-type: expected a text",
                "{entries: [{annotations: {a: 1}, keys: {publicKeys: a}}]} | wrong-type: expected a text",
                "{entries: [{annotations: [a], keys: {publicKeys: a}}]} | wrong-type: expected an object",
            })
    void setInAnEntryHasTheShapeOfASet(String set, String fault) {
        assertThat(diagnostics(POLICY.replace("ENTRY", "attestor: " + set)))
                .extracting(ManifestFaultsTest::told)
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith("12:").endsWith(" " + fault));
    }
}
