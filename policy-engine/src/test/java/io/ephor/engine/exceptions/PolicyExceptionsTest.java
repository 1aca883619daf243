package io.ephor.engine.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.UserInfo;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.values.YamlDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exceptions through the engine: which rules they name, which resources they hold for, and what becomes of the rule. */
class PolicyExceptionsTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode POD =
            node("{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: legacy}}}");
    private static final Policy POLICY = ENGINE.load("policy.yaml", """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: labels}
            spec:
              validationFailureAction: Enforce
              rules:
              - name: team
                match: {any: [{resources: {kinds: [Pod]}}]}
                context: [{name: owner, apiCall: {urlPath: /owner}}]
                validate: {message: no team, pattern: {metadata: {labels: {team: '?*'}}}}
              - name: app
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate: {message: no app, pattern: {metadata: {labels: {app: '?*'}}}}
            """);

    private static JsonNode node(String yaml) {
        return YamlDocument.parse("node.yaml", yaml).value();
    }

    private static String exception(String name, String policy, String rules, String match, String more) {
        return """
                ---
                apiVersion: kyverno.io/v2
                kind: PolicyException
                metadata: {name: %s, namespace: shop}
                spec:
                  background: false
                  exceptions: [{policyName: %s, ruleNames: %s}]
                  match: %s
                  %s
                """.formatted(name, policy, rules, match, more);
    }

    private static PolicyException load(String rules, String match, String more) {
        return ENGINE.loadAll("exception.yaml", exception("legacy", "labels", rules, match, more))
                .orThrow()
                .exceptions()
                .get(0);
    }

    private static final String PODS = "{any: [{resources: {kinds: [Pod]}}]}";

    private static List<RuleResult> judge(EvaluationContext context) {
        return ENGINE.evaluate(POLICY, POD, context).rules();
    }

    private static List<RuleResult> judge(PolicyException... exceptions) {
        return judge(EvaluationContext.builder().exceptions(List.of(exceptions)).build());
    }

    @Test
    void keepsFromJudgingEveryRuleThatItNames() {
        List<RuleResult> rules = judge(load("['*']", PODS, ""));

        assertThat(rules).extracting(RuleResult::status).containsExactly(RuleStatus.SKIP, RuleStatus.SKIP);
        assertThat(rules)
                .extracting(RuleResult::message)
                .containsOnly("rule is skipped due to policy exceptionsshop/legacy");
        assertThat(rules.get(0).exceptions()).extracting(PolicyException::key).containsExactly("shop/legacy");
        assertThat(rules.get(0).failureAction()).isNull();
    }

    @Test
    void leavesRulesThatItDoesNotName() {
        List<RuleResult> rules = judge(load("['te?m']", PODS, ""));

        assertThat(rules).extracting(RuleResult::status).containsExactly(RuleStatus.SKIP, RuleStatus.PASS);
        assertThat(rules.get(1).exceptions()).isEmpty();
    }

    @Test
    void namesThePolicyExactly() {
        LoadResult loaded = ENGINE.loadAll(
                "exceptions.yaml",
                exception("a", "'label*'", "['*']", PODS, "") + exception("b", "shop/labels", "['*']", PODS, ""));

        List<RuleResult> rules = judge(
                EvaluationContext.builder().exceptions(loaded.exceptions()).build());

        assertThat(loaded.exceptions()).hasSize(2);
        assertThat(rules).extracting(RuleResult::status).containsExactly(RuleStatus.FAIL, RuleStatus.PASS);
    }

    @Test
    void matchesTheResourceAndTheUserButNoOperation() {
        PolicyException ofAlice = load(
                "['*']",
                "{all: [{resources: {names: [w*], operations: [DELETE]}}, {subjects: [{kind: User, name: alice}]}]}",
                "");

        EvaluationContext.Builder context = EvaluationContext.builder().exceptions(List.of(ofAlice));

        assertThat(judge(context.user(UserInfo.of("alice")).build()).get(0).status())
                .isEqualTo(RuleStatus.SKIP);
        assertThat(judge(context.user(UserInfo.of("bob")).build()).get(0).status())
                .isEqualTo(RuleStatus.FAIL);
    }

    @Test
    void neverHoldsWithoutFilters() {
        assertThat(judge(load("['*']", "{}", "")).get(0).status()).isEqualTo(RuleStatus.FAIL);
        assertThat(judge(load("['*']", "{any: [{}]}", "")).get(0).status()).isEqualTo(RuleStatus.FAIL);
    }

    @Test
    void holdsOnlyWhereItsConditionsHold() {
        assertThat(judge(load("['*']", PODS, legacyIs("legacy"))).get(0).status())
                .isEqualTo(RuleStatus.SKIP);
        assertThat(judge(load("['*']", PODS, legacyIs("modern"))).get(0).status())
                .isEqualTo(RuleStatus.FAIL);
        assertThat(judge(load("['*']", PODS, "conditions: {any: []}")).get(0).status())
                .isEqualTo(RuleStatus.SKIP);
        assertThat(judge(load("['*']", PODS, condition("{{ unknown }}", "x")))
                        .get(0)
                        .status())
                .isEqualTo(RuleStatus.FAIL);
    }

    private static String legacyIs(String value) {
        return condition("{{ request.object.metadata.labels.app }}", value);
    }

    private static String condition(String key, String value) {
        return "conditions: {all: [{key: '" + key + "', operator: Equals, value: " + value + "}]}";
    }

    @Test
    void keepsTheMessagesOfItsConditionsFromWhatOtherPoliciesSay() {
        PolicyException exception = load(
                "[team]",
                PODS,
                "conditions: {any: [{key: a, operator: Equals, value: b, message: of the exception},"
                        + " {key: a, operator: Equals, value: a, message: of the exception too}]}");
        Policy silent = ENGINE.load("silent.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: silent}
                spec:
                  rules:
                  - name: never
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    preconditions: {all: [{key: a, operator: Equals, value: b}]}
                    validate: {pattern: {metadata: {name: '?*'}}}
                """);

        assertThat(judge(exception).get(0).status()).isEqualTo(RuleStatus.SKIP);
        assertThat(ENGINE.evaluate(silent, POD).rules().get(0).message()).isEqualTo("preconditions not met");
    }

    @Test
    void asksNothingThatOnlyTheBodyOrAConditionAfterTheFirstFalseOneMentions() {
        PolicyException exception = load(
                "['*']",
                PODS,
                "conditions: {all: [{key: a, operator: Equals, value: b}, {key: '{{ owner }}', operator: Equals, value: b}]}");
        InMemoryLookups world = InMemoryLookups.builder()
                .apiCall("GET", "/owner", node("b"))
                .namespace("shop", Map.of())
                .build();

        judge(EvaluationContext.builder()
                .lookups(world.lookups())
                .exceptions(List.of(exception))
                .build());

        assertThat(world.asked()).containsExactly("namespace shop");
    }

    @Test
    void keepsFromJudgingADeletionToo() {
        EvaluationContext context = EvaluationContext.builder()
                .operation(Operation.DELETE)
                .exceptions(List.of(load("['*']", PODS, "")))
                .build();

        assertThat(judge(context)).extracting(RuleResult::status).containsExactly(RuleStatus.SKIP, RuleStatus.SKIP);
        assertThat(judge(EvaluationContext.builder().operation(Operation.DELETE).build()))
                .isEmpty();
    }

    @Test
    void joinsTheKeysOfAllThatHold() {
        LoadResult loaded = ENGINE.loadAll(
                "exceptions.yaml",
                exception("b", "labels", "[team]", PODS, "")
                        + exception("other", "labels", "[team]", "{any: [{resources: {kinds: [Service]}}]}", "")
                        + exception("a", "labels", "[team]", PODS, ""));
        PolicySet set = ENGINE.set(List.of(POLICY), loaded.exceptions());
        EvaluationContext context = EvaluationContext.builder()
                .exceptions(List.of(load("[team]", PODS, "")))
                .build();

        RuleResult team =
                ENGINE.evaluate(set, POD, context).results().get(0).rules().get(0);

        assertThat(team.message()).isEqualTo("rule is skipped due to policy exceptionsshop/b, shop/a, shop/legacy");
        assertThat(set.exceptions()).hasSize(3);
    }

    @Test
    void setTakesWhatWasLoaded() {
        LoadResult loaded = ENGINE.loadAll("all.yaml", """
                apiVersion: kyverno.io/v1
                kind: Policy
                metadata: {name: near, namespace: shop}
                spec:
                  rules:
                  - {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {metadata: {name: a}}}}
                """ + exception("e", "shop/near", "[r]", PODS, ""));

        assertThat(ENGINE.evaluate(ENGINE.set(loaded.orThrow()), POD)
                        .results()
                        .get(0)
                        .rules())
                .extracting(RuleResult::status)
                .containsExactly(RuleStatus.SKIP);
    }

    @Test
    void excludesControlsOfPodSecurity() {
        Policy policy = ENGINE.load("security.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: labels}
                spec:
                  rules:
                  - name: baseline
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    validate: {podSecurity: {level: baseline, version: latest}}
                """);
        JsonNode pod = node("{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop},"
                + " spec: {hostNetwork: true, containers: [{name: c, image: nginx, ports: [{hostPort: 80}]}]}}");
        String namespaces = "podSecurity: [{controlName: Host Namespaces}]";
        String both = "podSecurity: [{controlName: Host Namespaces}, {controlName: Host Ports, images: ['*']}]";

        assertThat(said(policy, pod, load("[baseline]", PODS, namespaces)))
                .startsWith("fail: Validation rule 'baseline' failed.")
                .contains("hostPort")
                .doesNotContain("hostNetwork");
        assertThat(said(policy, pod, load("[baseline]", PODS, both)))
                .isEqualTo("skip: rule is skipped due to policy exceptions shop/legacy");
        assertThat(said(policy, pod, load("[baseline]", PODS, "")))
                .isEqualTo("skip: rule is skipped due to policy exception shop/legacy");
        assertThat(said(policy, node("{apiVersion: v1, kind: Pod, spec: {}}"), load("[baseline]", PODS, both)))
                .isEqualTo("pass: Validation rule 'baseline' passed.");
    }

    private static String said(Policy policy, JsonNode pod, PolicyException exception) {
        RuleResult rule = ENGINE.evaluate(
                        policy,
                        pod,
                        EvaluationContext.builder()
                                .exceptions(List.of(exception))
                                .build())
                .rules()
                .get(0);
        return rule.status().text() + ": " + rule.message();
    }

    @Test
    void tellsWhatIsWrongWithItsPlace() {
        LoadResult loaded = ENGINE.loadAll("exception.yaml", """
                apiVersion: kyverno.io/v2beta1
                kind: PolicyException
                metadata: {namespace: shop}
                spec:
                  match: {any: [{resources: {kinds: [Pod]}}], all: []}
                  exceptions: [{policyName: p}]
                  podSecurity: [{controlName: Nothing}]
                  conditions: {all: [{key: '{{ nope( }}', operator: Equals}]}
                  colour: red
                """);

        assertThat(loaded.exceptions()).isEmpty();
        assertThat(loaded.diagnostics())
                .extracting(fault -> fault.range().line() + " " + fault.code())
                .contains(
                        "3 missing-field",
                        "5 conflicting-fields",
                        "6 missing-field",
                        "7 invalid-value",
                        "9 unknown-field");
    }

    @Test
    void refusesVersionsThatThereAreNot() {
        LoadResult loaded = ENGINE.loadAll(
                "exception.yaml", exception("e", "p", "[r]", PODS, "").replace("v2", "v2alpha1"));

        assertThat(loaded.exceptions()).isEmpty();
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).containsExactly("unknown-kind");
    }

    @Test
    void warnsOfUsersThatABackgroundScanDoesNotKnow() {
        LoadResult loaded = ENGINE.loadAll(
                "exception.yaml",
                exception("e", "p", "[r]", "{any: [{subjects: [{kind: User, name: alice}]}]}", "")
                        .replace("background: false", "background: true"));

        assertThat(loaded.exceptions()).hasSize(1);
        assertThat(loaded.exceptions().get(0).background()).isTrue();
        assertThat(loaded.exceptions().get(0).warnings())
                .extracting(Diagnostic::code)
                .containsExactly("user-in-background");
    }

    @Test
    void survivesConditionsThatExpandWithoutEnd() {
        PolicyException endless = load("['*']", PODS, condition("{{ request.object.metadata.annotations.loop }}", "x"));
        ObjectNode pod = POD.deepCopy();
        pod.withObject("/metadata/annotations")
                .put(
                        "loop",
                        "{{ request.object.metadata.annotations.loop }} {{ request.object.metadata.annotations.loop }}");

        List<RuleResult> rules = ENGINE.evaluate(
                        POLICY,
                        pod,
                        EvaluationContext.builder().exceptions(List.of(endless)).build())
                .rules();

        assertThat(rules.get(0).status()).isEqualTo(RuleStatus.FAIL);
    }

    @Test
    @Timeout(60)
    void findsTheExceptionsOfItsPoliciesAmongMany() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(exception("e" + i, "other-" + i, "['*']", PODS, ""));
        }
        text.append(exception("last", "labels", "['*']", PODS, ""));
        PolicySet set = ENGINE.set(
                List.of(POLICY),
                ENGINE.loadAll("many.yaml", text.toString()).orThrow().exceptions());

        for (int i = 0; i < 10_000; i++) {
            assertThat(ENGINE.evaluate(set, POD).results().get(0).rules().get(0).exceptions())
                    .hasSize(1);
        }
    }

    @Test
    void seesItsOwnFactsAsWritten() {
        PolicyException exception = load("[team]", PODS, "");

        assertThat(exception.name()).isEqualTo("legacy");
        assertThat(exception.namespace()).isEqualTo("shop");
        assertThat(exception.background()).isFalse();
        assertThat(exception.source()).hasToString("exception.yaml:2:1");
        assertThat(exception).hasToString("PolicyException shop/legacy (exception.yaml:2:1)");
    }
}
