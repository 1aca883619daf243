package io.ephor.engine.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupReason;
import io.ephor.EvaluationContext;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.NamespaceLookup;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cleanup policies ask of the lookup for namespaces, and when. */
class CleanupNamespacesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final String POLICY = """
            apiVersion: kyverno.io/v2
            kind: CleanupPolicy
            metadata: {name: old, namespace: shop}
            spec:
              schedule: '*/5 * * * *'
              context:
              - {name: keep, apiCall: {urlPath: /api/v1/pods}}
              match:
                any:
                - resources: {kinds: [Pod], namespaceSelector: {matchLabels: {team: a}}}
            """;

    private final List<String> asked = new ArrayList<>();

    private CleanupDecision decide(String kind, String namespace, NamespaceLookup lookup) {
        JsonNode resource = YamlDocument.parse(
                        "resource.yaml",
                        "{apiVersion: v1, kind: " + kind + ", metadata: {name: web, namespace: " + namespace + "}}")
                .value();
        NamespaceLookup noting = name -> {
            asked.add(name);
            return lookup.labels(name);
        };
        return ENGINE.shouldDelete(
                ENGINE.loadAll("cleanup.yaml", POLICY)
                        .orThrow()
                        .cleanupPolicies()
                        .get(0),
                resource,
                EvaluationContext.builder()
                        .lookups(Lookups.builder().namespaces(noting).build())
                        .build());
    }

    @Test
    void asksNothingAboutAnotherNamespace() {
        CleanupDecision decision = decide("Pod", "other", name -> null);
        assertThat(decision.reason()).isEqualTo(CleanupReason.OTHER_NAMESPACE);
        assertThat(decision.source()).hasToString("cleanup.yaml:3:34");
        assertThat(asked).isEmpty();
    }

    @Test
    void asksNothingAboutAnotherKind() {
        CleanupDecision decision = decide("Service", "shop", name -> null);
        assertThat(decision.reason()).isEqualTo(CleanupReason.OTHER_KIND);
        assertThat(decision.source()).hasToString("cleanup.yaml:9:5");
        assertThat(asked).isEmpty();
        assertThat(decide("Service", "other", name -> null).reason()).isEqualTo(CleanupReason.OTHER_NAMESPACE);
    }

    @Test
    void selectsByTheLabelsThatTheLookupKnows() {
        assertThat(decide("Pod", "shop", name -> Map.of("team", "a"))).hasToString("deleted: `match` selects it");
        assertThat(decide("Pod", "shop", name -> Map.of("team", "b")).reason()).isEqualTo(CleanupReason.NOT_MATCHED);
        assertThat(asked).containsExactly("shop", "shop");
    }

    @Test
    void keepsWhatIsInANamespaceThatNobodyKnows() {
        CleanupDecision decision = decide("Pod", "shop", name -> null);
        assertThat(decision).hasToString("kept, error: the labels of namespace `shop` are not known");
        assertThat(decision.reason()).isEqualTo(CleanupReason.ERROR);
        assertThat(decision.cause()).isNull();
        assertThat(decision.source()).hasToString("cleanup.yaml:9:5");
    }

    @Test
    void tellsWhyTheLookupFailed() {
        LookupException down = new LookupException("no route");
        CleanupDecision decision = decide("Pod", "shop", name -> {
            throw down;
        });
        assertThat(decision).hasToString("kept, error: the labels of namespace `shop` are not known: no route");
        assertThat(decision.cause()).isSameAs(down);
        assertThat(decision.deletes()).isFalse();
        CleanupDecision broken = decide("Pod", "shop", name -> {
            throw new IllegalStateException("broken");
        });
        assertThat(broken.reason()).isEqualTo(CleanupReason.ERROR);
        assertThat(broken.cause()).isInstanceOf(IllegalStateException.class);
    }
}
