package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LocalClusterTest {
    private static final JsonNode MAP =
            resource("{apiVersion: v1, kind: ConfigMap, metadata: {namespace: a, name: m}}");
    private static final JsonNode POLICY =
            resource("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {namespace: b, name: n}}");
    private static final JsonNode ENTRY = resource("""
            apiVersion: kyverno.io/v2
            kind: GlobalContextEntry
            metadata: {name: maps}
            spec:
              kubernetesResource: {version: v1, resource: configmaps, namespace: a}
              projections: [{name: names, jmesPath: '[].metadata.name'}]
            """);

    private final LocalCluster cluster = new LocalCluster(List.of(MAP, POLICY, ENTRY), List.of());

    private static JsonNode resource(String yaml) {
        YamlOutcome outcome = YamlReader.lenient().read("r.yaml", yaml);
        return ((YamlOutcome.Read) outcome).document().value();
    }

    private Lookups lookups() {
        try {
            return cluster.lookups();
        } catch (CommandFault fault) {
            throw new AssertionError(fault.text());
        }
    }

    private String get(String path) {
        return Objects.requireNonNull(lookups().apiCalls())
                .call("GET", path, "")
                .toString();
    }

    @Test
    void judgesEverythingButEntriesOfTheGlobalContext() {
        assertThat(cluster.resources()).containsExactly(MAP, POLICY);
    }

    @Test
    void answersWithOneResource() {
        assertThat(get("/api/v1/namespaces/a/configmaps/m")).isEqualTo(MAP.toString());
        assertThatThrownBy(() -> get("/api/v1/namespaces/b/configmaps/m"))
                .isInstanceOf(LookupException.class)
                .hasMessage("configmaps \"m\" not found");
    }

    @Test
    void answersWithAList() {
        assertThat(get("/apis/networking.k8s.io/v1/networkpolicies?limit=1"))
                .isEqualTo("{\"apiVersion\":\"networking.k8s.io/v1\",\"kind\":\"NetworkPolicyList\",\"items\":["
                        + POLICY + "]}");
        assertThat(get("/api/v1/namespaces/b/configmaps")).contains("\"items\":[]");
        assertThat(get("/api/v1/namespaces")).contains("\"items\":[]");
    }

    @Test
    void saysWhatItCannotAnswer() {
        for (String path :
                List.of("/healthz", "/api/v1", "/api/v1/pods", "/api/v1/namespaces/a/configmaps/m/status", "")) {
            assertThatThrownBy(() -> get(path)).isInstanceOf(LookupException.class);
        }
    }

    @Test
    void fillsAnEntryOfTheGlobalContext() {
        var global = Objects.requireNonNull(lookups().globalContext());

        assertThat(global.globalEntry("maps", "")).hasToString("[" + MAP + "]");
        assertThat(global.globalEntry("maps", "names")).hasToString("[\"m\"]");
        assertThat(global.globalEntry("others", "")).isNull();
        assertThatThrownBy(() -> global.globalEntry("maps", "sizes")).isInstanceOf(LookupException.class);
    }
}
