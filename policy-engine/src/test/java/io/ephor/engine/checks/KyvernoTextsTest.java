package io.ephor.engine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.Severity;
import io.ephor.engine.StandardPolicyEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy that Kyverno refuses carries its text on one fault; one that it warns of, on the warnings. */
class KyvernoTextsTest {
    private static final String PODS = "match: {any: [{resources: {kinds: [Pod]}}]}";
    private static final String PATTERN = "validate: {pattern: {metadata: {name: a}}}";

    private static List<Diagnostic> load(String spec, String... rules) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            written.add("{name: r" + i + ", " + rules[i] + "}");
        }
        LoadResult loaded = StandardPolicyEngine.create()
                .loadAll(
                        "policy.yaml",
                        "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {" + spec
                                + "rules: [" + String.join(", ", written) + "]}}");
        return loaded.diagnostics();
    }

    private static List<String> texts(List<Diagnostic> diagnostics, Severity severity) {
        List<String> texts = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            String text = diagnostic.kyvernoText();
            if (text != null && diagnostic.severity() == severity) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static void refuses(List<Diagnostic> diagnostics, String text) {
        assertThat(texts(diagnostics, Severity.ERROR)).containsExactly(text);
    }

    @Test
    void tellsOnlyTheTextOfTheFirstFaultThatKyvernoFinds() {
        List<Diagnostic> diagnostics = load(
                "",
                PODS + ", validate: {pattern: {+(a): b}}",
                PODS + ", context: [{name: request, variable: {value: 1}}], validate: {pattern: {a: '{{ nope }}'}}");

        assertThat(diagnostics).hasSizeGreaterThan(2);
        refuses(
                diagnostics,
                "policy contains invalid variables: variable substitution failed for rule r1: variable nope must match"
                        + " regex \"request\\.|element|elementIndex|@|images|images\\.|image\\.|([a-z_0-9]+\\()[^{}]\""
                        + " or patterns [request*]");
    }

    @Test
    void takesFaultsOfOneRuleBeforeThoseOfTheNext() {
        refuses(
                load(
                        "",
                        PODS + ", validate: {pattern: {+(a): b}}",
                        PODS + ", context: [{name: request, variable: {value: 1}}], " + PATTERN),
                "path: spec.rules[0].validate.pattern.//+(a).: unsupported anchor +(a)");
    }

    @Test
    void joinsFaultsThatKyvernoCollects() {
        refuses(
                load("webhookTimeoutSeconds: 0, generateExistingOnPolicyUpdate: true, ", PODS + ", " + PATTERN),
                "[spec.generateExistingOnPolicyUpdate: Forbidden: remove the deprecated field and use"
                        + " spec.generate[*].generateExisting instead, spec.webhookTimeoutSeconds: Invalid value: 0:"
                        + " the timeout value must be between 1 and 30 seconds]");
    }

    @Test
    void writesRulesAsGoDoes() {
        refuses(
                load(
                        "background: false, ",
                        "match: {any: [{subjects: [{kind: User, name: u}], resources: {kinds: [Pod], selector:"
                                + " {matchExpressions: [{operator: Exists, key: k}]}}}]}, preconditions: {all:"
                                + " [{value: 1, operator: Equals, key: '<a>'}]}"),
                "spec.rules[0]: Invalid value: {\"name\":\"r0\",\"match\":{\"any\":[{\"subjects\":[{\"kind\":\"User\","
                        + "\"name\":\"u\"}],\"resources\":{\"kinds\":[\"Pod\"],\"selector\":{\"matchExpressions\":"
                        + "[{\"key\":\"k\",\"operator\":\"Exists\"}]}}}],\"resources\":{}},"
                        + "\"preconditions\":{\"all\":[{\"key\":\"\\u003ca\\u003e\",\"operator\":\"Equals\",\"value\":1}]},"
                        + "\"skipBackgroundRequests\":true}: No operation defined in the rule 'r0'.(supported"
                        + " operations: mutate,validate,generate,verifyImages)");
    }

    @Test
    void framesTextsAboutTheSchema() {
        refuses(
                load("applyRules: Two, emitWarning: x, ", PODS + ", " + PATTERN),
                "failed to validate resource (ClusterPolicy.kyverno.io \"p\" is invalid: [spec.applyRules: Unsupported"
                        + " value: \"Two\": supported values: \"All\", \"One\", spec.emitWarning: Invalid value:"
                        + " \"string\": spec.emitWarning in body must be of type boolean: \"string\"])");
        refuses(
                load("nope: 1, applyRules: Two, ", PODS + ", " + PATTERN),
                "failed to parse document (spec.nope: Invalid value: value provided for unknown field)");
    }

    @Test
    void warnsWithTheTextsOfKyverno() {
        List<Diagnostic> diagnostics = load(
                "validationFailureAction: enforce, ",
                PODS + ", validate: {deny: {conditions: {all: [{key: a, operator: In, value: [a]}]}}}",
                PODS + ", validate: {pattern: {spec: {replicas: 1}}}");

        assertThat(diagnostics).allMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
        assertThat(texts(diagnostics, Severity.WARNING))
                .containsExactly(
                        "Validation failure actions enforce/audit are deprecated, use Enforce/Audit instead.",
                        "Operator In has been deprecated and will be removed soon. Use these instead: [\"AllIn\" \"AnyIn\"]",
                        "You are matching on replicas but not including the scale subresource in the policy.");
    }

    @Test
    void keepsNothingOfWhatKyvernoWouldHaveWarnedLater() {
        List<Diagnostic> diagnostics = load(
                "validationFailureAction: enforce, ",
                PODS + ", validate: {pattern: {+(a): b}}",
                PODS + ", validate: {pattern: {spec: {replicas: 1}}}");

        assertThat(texts(diagnostics, Severity.WARNING))
                .containsExactly("Validation failure actions enforce/audit are deprecated, use Enforce/Audit instead.");
        assertThat(diagnostics).extracting(Diagnostic::code).contains("subresource-not-matched");
    }

    @Test
    void showsTheTextBesideItsOwn() {
        assertThat(load("", PODS + ", validate: {pattern: {+(a): b}}").get(0).render())
                .contains("error[unsupported-anchor]: `+(a)` adds what is missing")
                .endsWith("= Kyverno: path: spec.rules[0].validate.pattern.//+(a).: unsupported anchor +(a)\n");
    }

    @Test
    void seesReplicasAndStatusBehindEscapesAndAliases() {
        String replicas = "You are matching on replicas but not including the scale subresource in the policy.";
        String status = "You are matching on status but not including the status subresource in the policy.";

        assertThat(texts(load("", PODS + ", validate: {pattern: {spec: {replica: 1}}}"), Severity.WARNING))
                .isEmpty();
        assertThat(texts(load("", PODS + ", validate: {pattern: {spec: {\"r\\u0065plicas\": 1}}}"), Severity.WARNING))
                .containsExactly(replicas);
        String anchored = PODS + ", context: [{name: c, variable: {value: &s {'st\\x61tus': 1}}}], ";
        assertThat(texts(load("", anchored.replace("'", "\"") + "validate: {pattern: *s}"), Severity.WARNING))
                .containsExactly(status);
    }
}
