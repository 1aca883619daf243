package io.ephor.engine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.engine.StandardPolicyEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, told at its place: a line of each table is a part of a policy, the code and the pointer of the fault. */
class AdmissionChecksTest {
    private static final StandardPolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final String PATTERN = "{pattern: {metadata: {name: a}}}";
    private static final String PODS = "{any: [{resources: {kinds: [Pod]}}]}";

    private static LoadResult load(String kind, String spec, String match, String rule, String validate) {
        return ENGINE.loadAll("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: %s
                metadata: {name: p}
                spec:
                  %s
                  rules:
                  - name: r
                    match: %s
                    %s
                    validate: %s
                """.formatted(kind, spec, match, rule, validate));
    }

    private static void refuses(LoadResult loaded, String code, String pointer) {
        assertThat(loaded.policies()).isEmpty();
        assertThat(loaded.diagnostics())
                .extracting(Diagnostic::code, diagnostic -> String.valueOf(diagnostic.pointer()))
                .contains(tuple(code, pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "webhookTimeoutSeconds: 31 | invalid-value | /spec/webhookTimeoutSeconds",
                "webhookConfiguration: {timeoutSeconds: 0} | invalid-value | /spec/webhookConfiguration/timeoutSeconds",
                "generateExistingOnPolicyUpdate: true | deprecated-field | /spec/generateExistingOnPolicyUpdate",
                "validationFailureActionOverrides: [{action: Audit, namespaces: [a]}, {action: Enforce, namespaces: [a*]}]"
                        + "| conflicting-overrides | /spec/validationFailureActionOverrides/1/namespaces",
            })
    void refusesASpec(String spec, String code, String pointer) {
        refuses(load("ClusterPolicy", spec, PODS, "", PATTERN), code, pointer);
    }

    @Test
    void refusesAPolicyThatWouldNeverRun() {
        refuses(
                load("ClusterPolicy", "admission: false\n  background: false", PODS, "", PATTERN),
                "never-runs",
                "/spec/admission");
    }

    @Test
    void refusesOverridesOfANamespacedPolicy() {
        String overrides = "validationFailureActionOverrides: [{action: Audit, namespaces: [a]}]";

        refuses(load("Policy", overrides, PODS, "", PATTERN), "not-allowed", "/spec/validationFailureActionOverrides");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{any: [{subjects: [{kind: User, name: a}], resources: {kinds: [Pod]}}]} | background-user |"
                        + " /any/0/subjects",
                "{any: [{resources: {}}]} | nothing-matched | /any/0",
                "{any: [{resources: {names: [a]}}]} | missing-kinds | /any/0/resources",
                "{any: [{resources: {kinds: ['*']}}]} | every-kind | /any/0/resources/kinds",
                "{any: [{resources: {kinds: [Pod], selector: {}}}]} | empty-selector | /any/0/resources/selector",
                "{any: [{resources: {kinds: [Pod], name: a, names: [a]}}]} | conflicting-fields | /any/0/resources",
                "{any: [{resources: {kinds: [Pod], name: '{{ request.object.kind }}'}}]} | variable-not-allowed |"
                        + " /any/0/resources/name",
            })
    void refusesAMatch(String match, String code, String pointer) {
        refuses(load("ClusterPolicy", "", match, "", PATTERN), code, "/spec/rules/0/match" + pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exclude: {any: [{resources: {kinds: [Pod]}}]} | empty-match | /exclude",
                "context: [{name: request.a, variable: {value: 1}}] | invalid-context-entry | /context/0/name",
                "context: [{name: a, variable: {default: 1}}] | invalid-context-entry | /context/0/variable",
                "context: [{name: a, variable: {jmesPath: 'a.['}}] | invalid-expression | /context/0/variable/jmesPath",
                "context: [{name: a, imageRegistry: {reference: 'A:1:2'}}] | invalid-context-entry |"
                        + " /context/0/imageRegistry/reference",
                "preconditions: {all: [{key: a, operator: equals, value: b}]} | invalid-operator |"
                        + " /preconditions/all/0/operator",
                "preconditions: {all: [{key: a, operator: Equals}]} | missing-field | /preconditions/all/0",
                "preconditions: {all: [{key: '{{request.operation}}', operator: AnyIn, value: [CREATE, PATCH]}]} |"
                        + " invalid-value | /preconditions/all/0/value/1",
                "preconditions: {all: [{key: '{{ nope }}', operator: Equals, value: b}]} | unknown-variable |"
                        + " /preconditions/all/0/key",
                "preconditions: {all: [{key: '{{ request.userInfo.username }}', operator: Equals, value: b}]} |"
                        + " background-user | /preconditions/all/0/key",
            })
    void refusesARule(String rule, String code, String pointer) {
        refuses(load("ClusterPolicy", "", PODS, rule, PATTERN), code, "/spec/rules/0" + pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{message: m} | nothing-to-validate | ''",
                "{pattern: {a: b}, deny: {}} | conflicting-fields | ''",
                "{anyPattern: {a: b}} | wrong-type | /anyPattern",
                "{foreach: [{pattern: {a: b}}]} | missing-field | /foreach/0",
                "{foreach: [{list: request.object.a}]} | nothing-to-validate | /foreach/0",
                "{pattern: {+(a): b}} | unsupported-anchor | /pattern/+(a)",
                "{pattern: {^(a): b}} | wrong-type | /pattern/^(a)",
                "{pattern: {metadata: {labels: {a: 1}}}} | wrong-type | /pattern/metadata/labels/a",
                "{pattern: {a: '{{ element.a }}'}} | element-outside-foreach | /pattern/a",
            })
    void refusesABody(String validate, String code, String pointer) {
        refuses(load("ClusterPolicy", "", PODS, "", validate), code, "/spec/rules/0/validate" + pointer);
    }

    @Test
    void knowsWhatVariablesMayName() {
        String context = "context: [{name: x, variable: {value: 1}}, {name: m, configMap: {name: a, namespace: b}}]";
        String validate =
                "{message: '{{ x }} {{ m.data.k }} {{ images.containers }} {{ to_upper(request.object.kind) }}', pattern: {a: b}}";

        assertThat(load("ClusterPolicy", "", PODS, context, validate).diagnostics())
                .isEmpty();
        refuses(
                load("ClusterPolicy", "", PODS, context, "{message: '{{ m.binaryData.k }}', pattern: {a: b}}"),
                "unknown-variable",
                "/spec/rules/0/validate/message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{level: baseline, exclude: [{controlName: Capabilities}]} | missing-field | ''",
                "{level: baseline, exclude: [{controlName: Host Namespaces, images: [a]}]} | conflicting-fields | /images",
                "{level: baseline, exclude: [{controlName: Volume Types}]} | unknown-control | /controlName",
                "{level: restricted, exclude: [{controlName: Seccomp, values: [a]}]} | missing-field | ''",
                "{level: restricted, exclude: [{controlName: Seccomp, restrictedField: a}]} | missing-field | ''"
            })
    void refusesAnExcludeOfPodSecurity(String block, String code, String pointer) {
        refuses(
                load("ClusterPolicy", "", PODS, "", "{podSecurity: " + block + "}"),
                code,
                "/spec/rules/0/validate/podSecurity/exclude/0" + pointer);
    }

    @Test
    void acceptsExcludesOfContainersAndOfPods() {
        String excludes =
                "[{controlName: Capabilities, images: ['*']}, {controlName: Seccomp}, {controlName: Sysctls}]";
        LoadResult loaded =
                load("ClusterPolicy", "", PODS, "", "{podSecurity: {level: baseline, exclude: " + excludes + "}}");
        assertThat(loaded.policies()).hasSize(1);
    }
}
