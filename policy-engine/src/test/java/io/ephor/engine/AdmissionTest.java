package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.SetResult;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sets of policies as an admission controller asks them. */
class AdmissionTest {
    private static final String START = "// EXAMPLE {";
    private static final String END = "// EXAMPLE }";
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode POD =
            node("{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {}}");

    private static JsonNode node(String yaml) {
        return YamlDocument.parse("node.yaml", yaml).value();
    }

    private static EvaluationContext admission(String operation) {
        return EvaluationContext.admission(review(operation));
    }

    private static JsonNode review(String operation) {
        ObjectNode review = (ObjectNode) node("""
                apiVersion: admission.k8s.io/v1
                kind: AdmissionReview
                request:
                  uid: 1
                  kind: {group: '', version: v1, kind: Pod}
                  resource: {group: '', version: v1, resource: pods}
                  operation: %s
                  name: web
                  namespace: shop
                  dryRun: true
                  userInfo: {username: petrov, groups: [dev]}
                  roles: [shop:editor]
                  clusterRoles: [view]
                """.formatted(operation));
        ObjectNode request = (ObjectNode) review.get("request");
        request.set(operation.equals("DELETE") ? "oldObject" : "object", POD);
        return review;
    }

    private static String policy(String name, String spec, String... rules) {
        StringBuilder text = new StringBuilder("""
                ---
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: %s}
                spec:
                  %s
                  rules:
                """.formatted(name, spec));
        for (String rule : rules) {
            text.append("  - ").append(rule).append('\n');
        }
        return text.toString();
    }

    /** A rule that fails on the pod, with its action. */
    private static String failing(String name, String action) {
        return "{name: " + name + ", match: {any: [{resources: {kinds: [Pod]}}]}, validate: {failureAction: " + action
                + ", message: no " + name + ", pattern: {metadata: {labels: {" + name + ": '?*'}}}}}";
    }

    /** A rule that ends in error. */
    private static String broken(String name, String action) {
        return "{name: " + name + ", match: {any: [{resources: {kinds: [Pod]}}]}, validate: {failureAction: " + action
                + ", deny: {conditions: {all: [{key: '{{ request.object.nope }}', operator: Equals, value: a}]}}}}";
    }

    private static PolicySet set(String... policies) {
        return ENGINE.set(
                ENGINE.loadAll("policies.yaml", String.join("", policies)).orThrow());
    }

    private static List<String> said(SetResult result) {
        return result.results().stream()
                .flatMap(evaluation -> evaluation.rules().stream()
                        .map(rule -> evaluation.policy().name() + "/" + rule.name() + " "
                                + rule.status().text()))
                .toList();
    }

    @Test
    void exampleOfTheJavadocIsTheCodeBelow() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/ephor/engine/AdmissionTest.java"));
        String method = source.substring(source.indexOf("private static String answer("));
        String snippet = method.substring(method.indexOf(START) + START.length(), method.indexOf(END));
        String javadoc = Files.readString(Path.of("../policy-api/src/main/java/io/ephor/SetResult.java"));

        assertThat(javadoc)
                .contains(snippet.stripIndent()
                        .strip()
                        .lines()
                        .map(line -> " * " + line + "\n")
                        .collect(Collectors.joining()));
        assertThat(answer(ENGINE, policy("p", "background: true", failing("team", "Enforce")), review("CREATE")))
                .contains("no team");
    }

    private static String answer(PolicyEngine engine, String text, JsonNode review) {
        // EXAMPLE {
        LoadResult loaded = engine.loadAll("policies.yaml", text).orThrow(); // policies and their exceptions
        PolicySet policies = engine.set(loaded);
        EvaluationContext context = EvaluationContext.admission(review);
        SetResult admitted = engine.evaluate(policies, review.at("/request/object"), context);
        String answer = admitted.blocked() ? admitted.denialMessage() : String.join("\n", admitted.warnings());
        // EXAMPLE }
        return answer;
    }

    @Test
    void takesEverythingFromTheRequest() {
        EvaluationContext context = admission("DELETE");

        assertThat(context.operation()).isEqualTo(Operation.DELETE);
        assertThat(context.oldResource()).isSameAs(POD);
        assertThat(context.user().username()).isEqualTo("petrov");
        assertThat(context.user().groups()).containsExactly("dev");
        assertThat(context.user().roles()).containsExactly("shop:editor");
        assertThat(context.user().clusterRoles()).containsExactly("view");
        assertThat(context.subresource()).isEmpty();
        assertThatThrownBy(() -> EvaluationContext.admission(node("{request: {operation: PATCH}}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsExpressionsTheWholeRequest() {
        PolicySet set = set(policy("p", "background: false", """
                {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {message: '{{ request.dryRun }}\
                 {{ request.name }} {{ request.userInfo.username }} {{ request.roles[0] }}', deny: {}}}"""));

        RuleResult rule = ENGINE.evaluate(set, POD, admission("CREATE"))
                .results()
                .get(0)
                .rules()
                .get(0);

        assertThat(rule.message()).isEqualTo("true web petrov shop:editor");
    }

    @Test
    void asksAuditingRulesOnlyWhereEnforcingOnesLetTheRequestPass() {
        PolicySet set = set(
                policy("mixed", "failurePolicy: Fail", failing("team", "Audit"), failing("app", "Enforce")),
                policy("audit", "failurePolicy: Fail", failing("tag", "Audit")));

        SetResult blocked = ENGINE.evaluate(set, POD, admission("CREATE"));
        JsonNode labelled = node(
                "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: shop}}, spec: {}}");
        SetResult passed = ENGINE.evaluate(set, labelled, admission("CREATE"));

        assertThat(said(blocked)).containsExactly("mixed/app fail");
        assertThat(blocked.blocked()).isTrue();
        assertThat(said(passed)).containsExactly("mixed/app pass", "mixed/team fail", "audit/tag fail");
        assertThat(passed.blocked()).isFalse();
        assertThat(passed.denialMessage()).isEmpty();
    }

    @Test
    void asksEveryPolicyAsAWholeWithoutARequest() {
        PolicySet set =
                set(policy("mixed", "failurePolicy: Fail", failing("team", "Audit"), failing("app", "Enforce")));

        SetResult result = ENGINE.evaluate(set, POD);

        assertThat(said(result)).containsExactly("mixed/team fail", "mixed/app fail");
        assertThat(result.denialMessage()).contains("app:").doesNotContain("team:");
    }

    @Test
    void blocksByErrorsOfEnforcingRulesAlone() {
        PolicySet audit = set(policy("p", "failurePolicy: Fail", broken("r", "Audit")));
        PolicySet enforce = set(policy("p", "failurePolicy: Fail", broken("r", "Enforce")));
        PolicySet lenient = set(policy("p", "failurePolicy: Ignore", broken("r", "Enforce")));

        assertThat(ENGINE.evaluate(audit, POD, admission("CREATE")).blocked()).isFalse();
        assertThat(said(ENGINE.evaluate(audit, POD, admission("CREATE")))).containsExactly("p/r error");
        assertThat(ENGINE.evaluate(enforce, POD, admission("CREATE")).blocked()).isTrue();
        assertThat(ENGINE.evaluate(lenient, POD, admission("CREATE")).blocked()).isFalse();
    }

    @Test
    void sortsRulesByTheirOverrides() {
        String enforcedInShops = "validationFailureActionOverrides: [{action: Enforce, namespaces: ['sh*']}]";
        String enforcedByLabel = "validationFailureActionOverrides:"
                + " [{action: Enforce, namespaces: [other], namespaceSelector: {matchLabels: {tier: front}}}]";
        String rule = failing("team", "Audit").replace("failureAction: Audit, ", "");
        EvaluationContext context = admission("CREATE").toBuilder()
                .namespaceLabels(Map.of("tier", "front"))
                .build();

        assertThat(ENGINE.evaluate(set(policy("p", enforcedInShops, rule)), POD, context)
                        .blocked())
                .isTrue();
        // Sorted under Enforce by its selector, the failure itself is still one to be audited.
        SetResult byLabel = ENGINE.evaluate(
                set(policy("p", enforcedByLabel, rule), policy("q", "failurePolicy: Fail", failing("app", "Enforce"))),
                POD,
                context);
        assertThat(said(byLabel)).containsExactly("p/team fail", "q/app fail");
        assertThat(byLabel.results()).extracting(EvaluationResult::blocked).containsExactly(false, true);
    }

    @Test
    void warnsOfWhatDoesNotBlock() {
        PolicySet set = set(
                policy("quiet", "background: true", failing("team", "Audit")),
                policy("loud", "emitWarning: true", failing("app", "Audit")),
                policy("lenient", "failurePolicy: Ignore", broken("r", "Enforce")));

        SetResult result = ENGINE.evaluate(set, POD, admission("CREATE"));

        assertThat(result.blocked()).isFalse();
        assertThat(result.warnings()).hasSize(2);
        assertThat(result.warnings().get(0)).startsWith("policy lenient.r: failed to check deny conditions");
        assertThat(result.warnings().get(1))
                .isEqualTo("policy loud.app: validation error: no app. rule app failed at path /metadata/labels/");
        assertThat(ENGINE.evaluate(set, POD).warnings()).isEmpty();
    }

    @Test
    void leavesOutPoliciesThatDoNotTakePart() {
        PolicySet set = set(policy("p", "admission: false", failing("team", "Enforce")));

        assertThat(ENGINE.evaluate(set, POD, admission("CREATE")).results()).isEmpty();
        assertThat(ENGINE.evaluate(set, POD).results()).hasSize(1);
    }

    @Test
    void tellsWhyARequestIsDenied() {
        PolicySet set = set(
                policy("z-labels", "failurePolicy: Fail", failing("team", "Enforce"), failing("app", "Enforce")),
                policy("broken", "failurePolicy: Fail", broken("r", "Enforce")));

        assertThat(ENGINE.evaluate(set, POD, admission("CREATE")).denialMessage())
                .isEqualTo("""


                resource Pod/shop/web was blocked due to the following policies\s

                broken:
                  r: 'failed to check deny conditions: failed to substitute variables in condition key: failed to resolve request.object.nope at path : JMESPath query failed: Unknown key "nope" in path'
                z-labels:
                  app: 'validation error: no app. rule app failed at path /metadata/labels/'
                  team: 'validation error: no team. rule team failed at path /metadata/labels/'
                """);
    }

    @Test
    void looksAtANewObjectOfADeletionOnlyWhereTheRequestStatesOne() {
        PolicySet set = set(policy("p", "background: false", """
                {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {failureAction: Enforce,\
                 message: deleted, deny: {conditions: {all: [{key: '{{ request.operation }}', operator: Equals,\
                 value: DELETE}]}}}}"""));
        EvaluationContext usual = admission("DELETE");
        ObjectNode both = Objects.requireNonNull((ObjectNode) usual.request()).deepCopy();
        both.set("object", POD);

        assertThat(said(ENGINE.evaluate(set, POD, usual))).containsExactly("p/r fail");
        assertThat(said(ENGINE.evaluate(set, POD, EvaluationContext.admission(both))))
                .containsExactly("p/r skip");
    }
}
