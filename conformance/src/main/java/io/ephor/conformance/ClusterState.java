package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.lookup.ImageRequest;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResponseBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are in the cluster of a test, as an API server gives them out. It has every namespace and knows every
 * resource; there is no registry.
 */
final class ClusterState {
    private final List<JsonNode> objects = new ArrayList<>();
    private final String defaultNamespace;

    ClusterState(String defaultNamespace) {
        this.defaultNamespace = defaultNamespace;
    }

    void add(JsonNode object) {
        objects.add(object);
    }

    Lookups lookups() {
        return Lookups.builder()
                .configMaps((namespace, name) -> find("v1", "configmaps", namespace, name))
                .apiCalls((method, path, body) -> ResponseBody.ofJson(answer(path)))
                .images(ClusterState::image)
                .manifestSignatures(new SignedManifests())
                .build();
    }

    /** Returns the labels of a namespace, empty where nothing is known of it. */
    Map<String, String> labels(String namespace) {
        JsonNode object = find("v1", "namespaces", "", namespace);
        return object == null
                ? Map.of()
                : PoolRequest.labels(object.path("metadata").path("labels"));
    }

    private static JsonNode image(ImageRequest request) {
        throw new LookupException("there is no registry");
    }

    /** Answers {@code /api/VERSION/…} and {@code /apis/GROUP/VERSION/…}. */
    private JsonNode answer(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        List<String> parts = List.of(plain.split("/", -1));
        boolean core = parts.get(1).equals("api");
        String version = String.join("/", parts.subList(2, core ? 3 : 4));
        List<String> rest = parts.subList(core ? 3 : 4, parts.size());
        String namespace = "";
        if (rest.size() > 2 && rest.get(0).equals("namespaces")) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        String plural = rest.get(0);
        if (rest.size() == 1) {
            return list(version, plural, namespace);
        }
        String name = rest.get(1);
        JsonNode object = find(version, plural, namespace, name);
        if (object == null && plural.equals("namespaces")) {
            object = namespace(name);
        }
        if (object == null) {
            throw new LookupException(plural + " \"" + name + "\" not found");
        }
        return object;
    }

    private static ObjectNode namespace(String name) {
        ObjectNode namespace = SuiteRun.object().put("apiVersion", "v1").put("kind", "Namespace");
        namespace.putObject("metadata").put("name", name);
        return namespace;
    }

    private ObjectNode list(String version, String plural, String namespace) {
        ObjectNode list = SuiteRun.object().put("apiVersion", version).put("kind", "List");
        list.putObject("metadata").put("resourceVersion", "");
        var items = list.putArray("items");
        for (JsonNode object : objects) {
            if (isOf(object, version, plural, namespace)) {
                items.add(AdmissionTest.inNamespace(object, namespace));
            }
        }
        return list;
    }

    private @Nullable JsonNode find(String version, String plural, String namespace, String name) {
        for (JsonNode object : objects) {
            if (isOf(object, version, plural, namespace)
                    && object.path("metadata").path("name").asText().equals(name)) {
                return AdmissionTest.inNamespace(object, namespace);
            }
        }
        return null;
    }

    private boolean isOf(JsonNode object, String version, String plural, String namespace) {
        String own = object.path("metadata").path("namespace").asText(defaultNamespace);
        return object.path("apiVersion").asText().equals(version)
                && plural(object.path("kind").asText()).equals(plural)
                && (namespace.isEmpty() || namespace.equals(own));
    }

    private static String plural(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        if (lower.endsWith("s")) {
            return lower + "es";
        }
        return lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
    }
}
