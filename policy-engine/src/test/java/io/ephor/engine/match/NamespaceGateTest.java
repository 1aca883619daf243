package io.ephor.engine.match;

import static io.ephor.engine.match.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamespaceGateTest {
    private static final JsonNode IN_DEV = json("{kind: Pod, metadata: {namespace: dev}}");
    private static final JsonNode IN_PROD = json("{kind: Pod, metadata: {namespace: prod}}");
    private static final JsonNode IN_NONE = json("{kind: Node, metadata: {name: dev}}");

    @Test
    void admitsEverythingToAPolicyOfTheCluster() {
        assertThat(admits("", IN_NONE, IN_DEV)).isTrue();
    }

    @Test
    void wantsEveryObjectInTheNamespaceOfThePolicy() {
        assertThat(admits("dev", IN_DEV, null)).isTrue();
        assertThat(admits("dev", null, IN_DEV)).isTrue();
        assertThat(admits("dev", IN_PROD, null)).isFalse();
        assertThat(admits("dev", IN_DEV, IN_PROD)).isFalse();
        assertThat(admits("dev", IN_DEV, IN_NONE)).isFalse();
    }

    @Test
    void neverAdmitsAnObjectWithoutANamespace() {
        assertThat(admits("dev", IN_NONE, null)).isFalse();
        assertThat(admits("dev", json("{metadata: {namespace: 5}}"), null)).isFalse();
        assertThat(admits("dev", json("{metadata: []}"), null)).isFalse();
    }

    @Test
    void takesTheNamespaceOfAnAdmissionRequestForBothObjects() {
        EvaluationContext admission = EvaluationContext.admission(
                json("{operation: UPDATE, namespace: dev, kind: {group: '', version: v1, kind: Pod}, oldObject: {}}"));

        assertThat(NamespaceGate.admits("dev", IN_DEV, IN_PROD, admission)).isTrue();
        assertThat(NamespaceGate.admits("prod", IN_DEV, IN_PROD, admission)).isFalse();
    }

    private static boolean admits(String policyNamespace, @Nullable JsonNode resource, @Nullable JsonNode oldResource) {
        return NamespaceGate.admits(policyNamespace, resource, oldResource, EvaluationContext.empty());
    }
}
