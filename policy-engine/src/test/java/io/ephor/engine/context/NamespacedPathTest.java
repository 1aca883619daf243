package io.ephor.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class NamespacedPathTest {
    @Test
    void admitsPathsOfTheNamespace() {
        NamespacedPath.check(call("/api/v1/namespaces/ns1/pods"), "ns1");
        NamespacedPath.check(call("/apis/apps/v1/namespaces/ns1"), "ns1");
        NamespacedPath.check(call("/anything"), "");
    }

    @Test
    void refusesPathsThatLeadElsewhere() {
        assertThatThrownBy(() -> NamespacedPath.check(call("/api/v1/namespaces/ns1/../ns2/pods"), "ns1"))
                .hasMessage("path /api/v1/namespaces/ns2/pods refers to namespace ns2, "
                        + "which is different from the policy namespace ns1");
        assertThatThrownBy(() -> NamespacedPath.check(call(""), "ns1"))
                .hasMessage("path . does not contain a namespace segment, which is required for namespaced policies");
        assertThatThrownBy(() -> NamespacedPath.check(call("/api/namespaces/ns1"), "ns1"))
                .hasMessageContaining("does not contain a namespace segment");
    }

    @Test
    void cleansPathsAsGoDoes() {
        assertThat(NamespacedPath.clean("/a//b/./c/../d/")).isEqualTo("/a/b/d");
        assertThat(NamespacedPath.clean("/../a")).isEqualTo("/a");
        assertThat(NamespacedPath.clean("../a/..")).isEqualTo("..");
        assertThat(NamespacedPath.clean("")).isEqualTo(".");
        assertThat(NamespacedPath.clean("/")).isEqualTo("/");
    }

    private static JsonNode call(String path) {
        return JsonNodeFactory.instance.objectNode().put("urlPath", path);
    }
}
