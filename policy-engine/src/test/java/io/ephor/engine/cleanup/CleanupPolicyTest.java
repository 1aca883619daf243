package io.ephor.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.CleanupReason;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.InvalidPolicyException;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.PolicyEngine;
import io.ephor.PropagationPolicy;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.values.YamlDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CleanupPolicyTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode POD = node("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: old}, creationTimestamp: "2024-03-06T10:00:00Z"}
            spec: {containers: [{name: web, image: nginx:1.25}]}
            """);
    private static final String PODS = "match: {any: [{resources: {kinds: [Pod]}}]}\n";
    private static final EvaluationContext NOON = EvaluationContext.builder()
            .clock(InstantSource.fixed(Instant.parse("2024-03-06T12:00:00Z")))
            .build();

    private static JsonNode node(String yaml) {
        return YamlDocument.parse("node.yaml", yaml).value();
    }

    private static String text(String kind, String metadata, String spec) {
        return "apiVersion: kyverno.io/v2\nkind: " + kind + "\nmetadata: {" + metadata + "}\nspec:\n"
                + ("schedule: '*/5 * * * *'\n" + spec).indent(2);
    }

    private static CleanupPolicy policy(String spec) {
        return load(text("ClusterCleanupPolicy", "name: old", spec))
                .orThrow()
                .cleanupPolicies()
                .get(0);
    }

    private static LoadResult load(String text) {
        return ENGINE.loadAll("cleanup.yaml", text);
    }

    private static CleanupDecision decide(String spec) {
        return ENGINE.shouldDelete(policy(spec), POD, NOON);
    }

    private static List<String> faults(String text) {
        return load(text).diagnostics().stream()
                .map(fault -> fault.range().line() + ":" + fault.range().column() + " " + fault.code())
                .toList();
    }

    @Test
    void deletesWhatIsMatchedAndNotExcluded() {
        CleanupDecision decision = decide(PODS + "deletionPropagationPolicy: Foreground");
        assertThat(decision).hasToString("deleted: `match` selects it");
        assertThat(decision.reason()).isEqualTo(CleanupReason.MATCHED);
        assertThat(decision.propagationPolicy()).isEqualTo(PropagationPolicy.FOREGROUND);
        assertThat(decide(PODS).propagationPolicy()).isNull();

        CleanupDecision excluded = decide(PODS + "exclude: {any: [{resources: {names: ['w*']}}]}");
        assertThat(excluded).hasToString("kept: `exclude` selects it");
        assertThat(excluded.reason()).isEqualTo(CleanupReason.EXCLUDED);
        assertThat(excluded.source()).hasToString("cleanup.yaml:7:12");
        assertThat(decide("match: {any: [{resources: {kinds: [Pod], names: [api]}}]}")
                        .reason())
                .isEqualTo(CleanupReason.NOT_MATCHED);
        assertThat(decide("match: {all: [{resources: {kinds: [Pod]}}, {resources: {names: [api]}}]}"))
                .hasToString("kept: `match` does not select it: none of the names match");
    }

    @Test
    void looksOnlyAtKindsThatAreNamed() {
        assertThat(decide("match: {any: [{resources: {kinds: [Job]}}, {resources: {names: [web]}}]}")
                        .reason())
                .isEqualTo(CleanupReason.OTHER_KIND);
        CleanupPolicy wildcard = policy("match: {any: [{resources: {kinds: ['*']}}]}");
        assertThat(ENGINE.shouldDelete(wildcard, POD, NOON).reason()).isEqualTo(CleanupReason.OTHER_KIND);
        assertThat(wildcard.warnings()).extracting(Diagnostic::code).containsExactly("nothing-matched");
        assertThat(decide("match: {any: [{resources: {kinds: [v1/Pod]}}]}").deletes())
                .isTrue();
        assertThat(decide("match: {any: [{resources: {kinds: [apps/v1/Pod]}}]}").deletes())
                .isFalse();
    }

    @Test
    void concernsTheNamespaceOfThePolicy() {
        CleanupPolicy other = load(text("CleanupPolicy", "name: old, namespace: delta", PODS))
                .cleanupPolicies()
                .get(0);
        assertThat(ENGINE.shouldDelete(other, POD, NOON)).hasToString("kept: the policy is for namespace `delta`");
        CleanupPolicy same = load(text("CleanupPolicy", "name: old, namespace: shop", PODS))
                .cleanupPolicies()
                .get(0);
        assertThat(ENGINE.shouldDelete(same, POD, NOON).deletes()).isTrue();
        assertThat(same.key()).isEqualTo("shop/old");
        assertThat(policy(PODS).key()).isEqualTo("old");
        assertThat(same).hasToString("CleanupPolicy shop/old (cleanup.yaml:1:1)");
    }

    @Test
    void namesTheConditionThatDoesNotHold() {
        CleanupDecision decision = decide(PODS + """
                conditions:
                  all:
                  - {key: "{{ target.metadata.labels.app }}", operator: Equals, value: old}
                  - {key: "{{ target.metadata.name }}", operator: AnyIn, value: [api, db]}
                """);
        assertThat(decision.reason()).isEqualTo(CleanupReason.CONDITION_NOT_MET);
        assertThat(decision.message())
                .isEqualTo("`spec.conditions.all[1]` does not hold: {{ target.metadata.name }} AnyIn [\"api\",\"db\"]");
        assertThat(decision.source()).hasToString("cleanup.yaml:10:7");
        assertThat(decide(PODS + """
                conditions:
                  any:
                  - {key: "{{ target.metadata.name }}", operator: Equals, value: api}
                """)).hasToString("kept: none of the conditions in `spec.conditions.any` holds");
        assertThat(decide(PODS + """
                conditions:
                  all:
                  - {key: a, operator: Equals, value: b, message: no b}
                """)).hasToString("kept: `spec.conditions.all[0]` does not hold: no b");
        assertThat(decide(PODS + "conditions: {all: [{key: a, operator: Equals, value: " + "x".repeat(250) + "}]}"))
                .hasToString("kept: `spec.conditions.all[0]` does not hold: a Equals " + "x".repeat(200) + "…");
    }

    @Test
    void conditionsSeeTheTargetItsNamespaceItsImagesAndTheClock() {
        assertThat(decide(PODS + """
                conditions:
                  all:
                  - {key: "{{ request.namespace }}", operator: Equals, value: shop}
                  - {key: "{{ images.containers.web.tag }}", operator: Equals, value: "1.25"}
                  - {key: "{{ time_since('', '{{ target.metadata.creationTimestamp }}', '') }}", operator: Equals, value: 2h0m0s}
                """)).hasToString("deleted: `match` selects it and the conditions hold");
        CleanupDecision none = decide(PODS + """
                conditions: {all: [{key: "{{ request.object.metadata.name }}", operator: Equals, value: web}]}
                """);
        assertThat(none.reason()).isEqualTo(CleanupReason.ERROR);
        assertThat(none.deletes()).isFalse();
        assertThat(none.message()).contains("Unknown key \"object\" in path");
    }

    @Test
    void looksNothingUpThatNoConditionMentions() {
        String spec = PODS + """
                context:
                - {name: keep, apiCall: {urlPath: /api/v1/namespaces/shop, jmesPath: metadata.name}}
                - {name: name, variable: {value: web}}
                conditions:
                  all:
                  - {key: "{{ target.metadata.name }}", operator: Equals, value: "{{ name }}"}
                  - {key: "{{ target.metadata.namespace }}", operator: Equals, value: "{{ keep }}"}
                """;
        InMemoryLookups world = InMemoryLookups.builder()
                .apiCall("GET", "/api/v1/namespaces/shop", node("{metadata: {name: shop}}"))
                .build();
        InMemoryLookups down = InMemoryLookups.builder()
                .apiCall("GET", "/api/v1/namespaces/shop", new LookupException("no route"))
                .build();
        assertThat(ENGINE.shouldDelete(
                                policy(spec),
                                POD,
                                NOON.toBuilder().lookups(world.lookups()).build())
                        .deletes())
                .isTrue();
        CleanupDecision failed = ENGINE.shouldDelete(
                policy(spec), POD, NOON.toBuilder().lookups(down.lookups()).build());
        assertThat(failed.reason()).isEqualTo(CleanupReason.ERROR);
        assertThat(failed.cause()).isInstanceOf(LookupException.class);
        CleanupDecision missing = ENGINE.shouldDelete(policy(spec), POD, NOON);
        assertThat(missing.reason()).isEqualTo(CleanupReason.ERROR);
        assertThat(missing.missingLookups()).hasToString("[apiCall keep]");
    }

    @Test
    void nobodyMakesARequest() {
        EvaluationContext request = NOON.toBuilder()
                .operation(Operation.DELETE)
                .subresource("status")
                .request(node("{namespace: other, operation: DELETE}"))
                .oldResource(POD)
                .build();
        assertThat(ENGINE.shouldDelete(policy(PODS), POD, request).deletes()).isTrue();
    }

    @Test
    void selectsByLabelsOfTheNamespace() {
        CleanupPolicy policy =
                policy("match: {any: [{resources: {kinds: [Pod], namespaceSelector: {matchLabels: {team: a}}}}]}");
        assertThat(ENGINE.shouldDelete(policy, POD, NOON).deletes()).isFalse();
        EvaluationContext known =
                NOON.toBuilder().namespaceLabels(Map.of("team", "a")).build();
        assertThat(ENGINE.shouldDelete(policy, POD, known).deletes()).isTrue();
    }

    @Test
    void reportsEveryFaultWithItsPlace() {
        assertThat(faults("""
                apiVersion: kyverno.io/v2
                kind: CleanupPolicy
                metadata: {name: old, namespace: shop}
                spec:
                  schedule: "0 */0 * * *"
                  deletionPropagationPolicy: Background
                  context:
                  - {name: codes, configMap: {name: codes, namespace: shop}}
                  - {name: image, imageRegistry: {reference: nginx}}
                  match:
                    any:
                    - {resources: {kinds: [Pod], namespaces: [other]}, roles: ["a:b"]}
                  exclude:
                    any:
                    - {subjects: [{kind: User, name: jane}]}
                    - {resources: {selector: {}}}
                  conditions:
                    all:
                    - {key: "{{ target.metadata. }}", operator: Equals, value: x}
                """))
                .containsExactly(
                        "5:16 invalid-schedule",
                        "8:19 context-not-allowed",
                        "9:19 context-not-allowed",
                        "12:34 namespaces-not-allowed",
                        "12:56 user-not-allowed",
                        "15:8 user-not-allowed",
                        "16:30 empty-selector",
                        "19:33 invalid-expression");
    }

    @Test
    void reportsWhatHasTheWrongShape() {
        assertThat(faults("""
                apiVersion: kyverno.io/v2
                kind: ClusterCleanupPolicy
                metadata: {namespace: shop}
                spec:
                  deletionPropagationPolicy: Later
                  match: {any: [], all: [], resources: {kinds: [Pod]}}
                  conditions: {all: [{key: a, operator: In, value: b}]}
                """))
                .contains("3:11 missing-field", "5:30 invalid-value", "6:29 unknown-field", "7:41 invalid-value");
        assertThat(faults(text("ClusterCleanupPolicy", "name: old", PODS + "exclude: " + PODS.substring(7))))
                .containsExactly("7:3 empty-match");
        assertThat(faults("apiVersion: kyverno.io/v2alpha1\nkind: CleanupPolicy\nmetadata: {name: a}\nspec: {}"))
                .containsExactly("1:13 unknown-kind");
        assertThatThrownBy(() -> ENGINE.load("cleanup.yaml", text("CleanupPolicy", "name: old", PODS)))
                .isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void aPolicyOfANamespaceMatchesNoKindOfTheWholeCluster() {
        String text = text("CleanupPolicy", "name: old", "match: {any: [{resources: {kinds: [Pod, Node, v1/Node]}}]}");
        PolicyEngine engine = StandardPolicyEngine.builder()
                .clusterScopedKinds(List.of("v1/Node"))
                .build();
        assertThat(engine.loadAll("cleanup.yaml", text).diagnostics())
                .extracting(Diagnostic::code, Diagnostic::pointer)
                .containsExactly(
                        tuple("cluster-kind-not-allowed", "/spec/match/any/0/resources/kinds/1"),
                        tuple("cluster-kind-not-allowed", "/spec/match/any/0/resources/kinds/2"));
        assertThat(faults(List.of("rbac.authorization.k8s.io/v1/ClusterRole"), "ClusterRole"))
                .containsExactly("cluster-kind-not-allowed");
        assertThat(faults(
                        List.of("rbac.authorization.k8s.io/v1/ClusterRole"),
                        "rbac.authorization.k8s.io/v1/ClusterRole"))
                .containsExactly("cluster-kind-not-allowed");
        assertThat(faults(List.of("rbac.authorization.k8s.io/v1/ClusterRole"), "v1/ClusterRole"))
                .isEmpty();
        assertThat(ENGINE.loadAll("cleanup.yaml", text).hasErrors()).isFalse();
    }

    private static List<String> faults(List<String> clusterScopedKinds, String kind) {
        PolicyEngine engine = StandardPolicyEngine.builder()
                .clusterScopedKinds(clusterScopedKinds)
                .build();
        String match = "match: {any: [{resources: {kinds: [" + kind + "]}}]}";
        return engine.loadAll("cleanup.yaml", text("CleanupPolicy", "name: old", match)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void warnsOfSchedulesThatNeverRun() {
        String text = text("ClusterCleanupPolicy", "name: old", PODS);
        CleanupPolicy every = load(text.replace("*/5 * * * *", "@every 1h"))
                .orThrow()
                .cleanupPolicies()
                .get(0);
        assertThat(every.warnings()).extracting(Diagnostic::code).containsExactly("schedule-never-runs");
        assertThat(every.nextExecution(Instant.EPOCH)).isEmpty();
        CleanupPolicy never = load(text.replace("*/5 * * * *", "0 0 30 2 *"))
                .orThrow()
                .cleanupPolicies()
                .get(0);
        assertThat(never.warnings()).extracting(Diagnostic::code).containsExactly("schedule-never-comes");
        assertThat(never.nextExecution(Instant.parse("2024-01-01T00:00:00Z"))).isEmpty();
        assertThat(policy(PODS).nextExecution(Instant.parse("2024-01-01T00:01:00Z")))
                .contains(Instant.parse("2024-01-01T00:05:00Z"));
        assertThat(policy(PODS).schedule()).isEqualTo("*/5 * * * *");
    }

    @Test
    @Timeout(20)
    void survivesHostilePoliciesAndResources() {
        String huge = "*/5,".repeat(250_000) + "61";
        assertThat(faults(text("ClusterCleanupPolicy", "name: old", PODS).replace("*/5 * * * *", huge + " * * * *")))
                .containsExactly("5:1000014 invalid-schedule");
        String deep = "{{ target.a".repeat(300) + "}}".repeat(300);
        assertThat(decide(PODS + "conditions: {all: [{key: \"" + deep + "\", operator: Equals, value: a}]}")
                        .deletes())
                .isFalse();
        for (String odd : List.of("[]", "5", "text", "{kind: Pod, metadata: []}", "{kind: Pod, metadata: {name: 5}}")) {
            assertThat(ENGINE.shouldDelete(policy(PODS + """
                    conditions: {all: [{key: "{{ images.containers.a }}", operator: Equals, value: a}]}
                    """), node(odd), NOON).deletes())
                    .isFalse();
        }
        assertThat(decide(PODS + "conditions: {}").deletes()).isTrue();
        assertThat(decide(PODS + "conditions: {any: [], all: []}").deletes()).isTrue();
    }
}
