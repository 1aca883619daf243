package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ApiCallLookup;
import io.ephor.lookup.ConfigMapLookup;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterStateTest {
    private final ClusterState state = new ClusterState("test-ns");

    @BeforeEach
    void fill() {
        add("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"a\",\"labels\":{\"team\":\"x\"}}}");
        add("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"m\"}}");
        add("{\"apiVersion\":\"networking.k8s.io/v1\",\"kind\":\"NetworkPolicy\","
                + "\"metadata\":{\"name\":\"n\",\"namespace\":\"a\"}}");
    }

    private void add(String object) {
        state.add(Json.parse(object));
    }

    private JsonNode get(String path) {
        ApiCallLookup calls = Objects.requireNonNull(state.lookups().apiCalls());
        return Objects.requireNonNull(calls.call("GET", path, "").json());
    }

    @Test
    void putsWhatStatesNoNamespaceIntoThatOfTheTest() {
        ConfigMapLookup maps = Objects.requireNonNull(state.lookups().configMaps());

        assertThat(maps.configMap("test-ns", "m"))
                .hasToString(get("/api/v1/namespaces/test-ns/configmaps/m").toString());
        assertThat(maps.configMap("a", "m")).isNull();
    }

    @Test
    void listsWhatThereIsOfAKind() {
        assertThat(get("/apis/networking.k8s.io/v1/networkpolicies").path("items"))
                .hasSize(1);
        assertThat(get("/apis/networking.k8s.io/v1/namespaces/a/networkpolicies")
                        .path("items"))
                .hasSize(1);
        assertThat(get("/apis/networking.k8s.io/v1/namespaces/b/networkpolicies")
                        .path("items"))
                .isEmpty();
    }

    @Test
    void hasEveryNamespaceAndTheLabelsOfThoseThatItWasGiven() {
        assertThat(get("/api/v1/namespaces/b").path("kind").asText()).isEqualTo("Namespace");
        assertThat(state.labels("a")).isEqualTo(Map.of("team", "x"));
        assertThat(state.labels("b")).isEmpty();
    }

    @Test
    void saysWhatItDoesNotFind() {
        assertThatThrownBy(() -> get("/api/v1/namespaces/a/configmaps/m")).hasMessage("configmaps \"m\" not found");
    }
}
