package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ResourceNormalizationTest {
    private static String normalized(String yaml) {
        ObjectNode document =
                (ObjectNode) SourceDocument.all("r.yaml", yaml).get(0).value();
        String before = document.toString();
        String after = ResourceNormalization.of(document).toString();
        assertThat(document.toString()).isEqualTo(before);
        return after;
    }

    @Test
    void aNamespacedResourceWithoutANamespaceIsInDefault() {
        assertThat(normalized("{apiVersion: v1, kind: Pod, metadata: {name: a}}"))
                .isEqualTo(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"namespace\":\"default\"}}");
        assertThat(normalized("{apiVersion: example.org/v1, kind: Unknown}"))
                .contains("\"metadata\":{\"namespace\":\"default\"}");
    }

    @Test
    void aGivenNamespaceIsKept() {
        assertThat(normalized("{apiVersion: v1, kind: Pod, metadata: {namespace: shop}}"))
                .contains("\"namespace\":\"shop\"");
    }

    @Test
    void aClusterScopedResourceGetsNone() {
        assertThat(normalized("{apiVersion: v1, kind: Namespace, metadata: {name: a}}"))
                .doesNotContain("default");
        assertThat(normalized("{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: a}}"))
                .doesNotContain("default");
        assertThat(normalized("{apiVersion: example.org/v1, kind: ClusterRole, metadata: {name: a}}"))
                .contains("default");
    }

    @Test
    void mapsThatAreNullAreEmpty() {
        assertThat(normalized("{apiVersion: v1, kind: Node, metadata: {labels: null}, spec: [{data: ~}, {other: ~}]}"))
                .isEqualTo(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"labels\":{}},\"spec\":[{\"data\":{}},{\"other\":null}]}");
    }

    @Test
    void metadataThatIsNoObjectIsLeftAlone() {
        assertThat(normalized("{apiVersion: v1, kind: Pod, metadata: [1]}"))
                .isEqualTo("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":[1]}");
    }
}
