package io.ephor.engine.match;

import static io.ephor.engine.match.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class NamespaceGateTest {
    private static final JsonNode IN_DEV = json("{kind: Pod, metadata: {namespace: dev}}");
    private static final JsonNode IN_PROD = json("{kind: Pod, metadata: {namespace: prod}}");
    private static final JsonNode IN_NONE = json("{kind: Node, metadata: {name: dev}}");

    @Test
    void admitsEverythingToAPolicyOfTheCluster() {
        assertThat(NamespaceGate.admits("", IN_NONE, IN_DEV)).isTrue();
    }

    @Test
    void wantsEveryObjectInTheNamespaceOfThePolicy() {
        assertThat(NamespaceGate.admits("dev", IN_DEV, null)).isTrue();
        assertThat(NamespaceGate.admits("dev", null, IN_DEV)).isTrue();
        assertThat(NamespaceGate.admits("dev", IN_PROD, null)).isFalse();
        assertThat(NamespaceGate.admits("dev", IN_DEV, IN_PROD)).isFalse();
        assertThat(NamespaceGate.admits("dev", IN_DEV, IN_NONE)).isFalse();
    }

    @Test
    void neverAdmitsAnObjectWithoutANamespace() {
        assertThat(NamespaceGate.admits("dev", IN_NONE, null)).isFalse();
        assertThat(NamespaceGate.admits("dev", json("{metadata: {namespace: 5}}"), null))
                .isFalse();
        assertThat(NamespaceGate.admits("dev", json("{metadata: []}"), null)).isFalse();
    }
}
