package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResponseBody;
import io.ephor.test.GivenResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a run as a cluster that rules can ask: calls of the API server see them, and entries of the global
 * context that are among them hold what they select. Immutable.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go, global_context.go
 */
final class LocalCluster {
    private static final ResourceKind CONFIG_MAP = ResourceKind.of("v1", "ConfigMap");
    /** What the reference knows without having been given one. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "v1/configmaps", "ConfigMap",
            "v1/endpoints", "Endpoint",
            "v1/namespaces", "Namespace",
            "v1/resourcequotas", "Resourcequota",
            "v1/secrets", "Secret",
            "v1/serviceaccounts", "Serviceaccount",
            "apps/v1/daemonsets", "Daemonset",
            "apps/v1/deployments", "Deployment",
            "apps/v1/statefulsets", "Statefulset");

    private final List<JsonNode> resources = new ArrayList<>();
    private final List<JsonNode> targets;
    private final List<JsonNode> globalEntries = new ArrayList<>();
    private final Map<String, String> kinds = new LinkedHashMap<>(WELL_KNOWN);

    /**
     * Makes a cluster.
     *
     * @param given the resources that are to be judged
     * @param targets further resources that exist
     */
    LocalCluster(List<JsonNode> given, List<JsonNode> targets) {
        this.targets = List.copyOf(targets);
        for (JsonNode resource : given) {
            ResourceIdentity identity = ResourceIdentity.of(resource);
            if (identity.kind().equals("GlobalContextEntry")
                    && identity.apiVersion().equals("kyverno.io/v2")) {
                globalEntries.add(resource);
                continue;
            }
            resources.add(resource);
        }
        existing().forEach(this::learnKind);
    }

    private void learnKind(JsonNode resource) {
        ResourceIdentity identity = ResourceIdentity.of(resource);
        kinds.put(identity.apiVersion() + '/' + identity.plural(), identity.kind());
    }

    private List<JsonNode> existing() {
        List<JsonNode> existing = new ArrayList<>(resources);
        existing.addAll(targets);
        return existing;
    }

    /** Returns the resources that are to be judged: all but the entries of the global context. */
    List<JsonNode> resources() {
        return resources;
    }

    /**
     * Returns what rules can ask. Config maps are known where one of the targets is one: elsewhere their context entries
     * stand for what the values of the run say.
     *
     * @throws CommandFault if an entry of the global context has an expression that fails
     */
    Lookups lookups() throws CommandFault {
        GivenResources existing = GivenResources.of(existing());
        Lookups.Builder lookups = Lookups.builder()
                .apiCalls((method, path, body) -> ResponseBody.ofJson(call(method, path)))
                .resources(existing);
        if (targets.stream().anyMatch(CONFIG_MAP::matches)) {
            lookups.configMaps((namespace, name) ->
                    existing.resource(CONFIG_MAP, namespace, name).orElse(null));
        }
        if (!globalEntries.isEmpty()) {
            Map<String, Entry> entries = entries();
            lookups.globalContext((name, projection) -> globalEntry(entries, name, projection));
        }
        return lookups.build();
    }

    private JsonNode call(String method, String text) {
        ApiPath path = ApiPath.parse(text);
        if (!method.equals("GET") || path == null) {
            throw new LookupException("the given resources cannot answer " + method + ' ' + text);
        }
        String kind = kinds.get(path.apiVersion() + '/' + path.resource());
        if (kind == null) {
            throw new LookupException(
                    "no resource of the kind " + path.resource() + " in " + path.apiVersion() + " is given");
        }
        ArrayNode found = select(path);
        if (path.name().isEmpty()) {
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            list.put("apiVersion", path.apiVersion()).put("kind", kind + "List").set("items", found);
            return list;
        }
        if (found.isEmpty()) {
            throw new LookupException(path.resource() + " \"" + path.name() + "\" not found");
        }
        return found.get(0);
    }

    private ArrayNode select(ApiPath path) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (JsonNode resource : existing()) {
            ResourceIdentity identity = ResourceIdentity.of(resource);
            boolean selected = identity.apiVersion().equals(path.apiVersion())
                    && identity.plural().equals(path.resource())
                    && (path.namespace().isEmpty() || identity.namespace().equals(path.namespace()))
                    && (path.name().isEmpty() || identity.name().equals(path.name()));
            if (selected) {
                found.add(resource);
            }
        }
        return found;
    }

    private Map<String, Entry> entries() throws CommandFault {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (JsonNode resource : globalEntries) {
            JsonNode spec = resource.path("spec");
            String name = ResourceIdentity.of(resource).name();
            if (spec.path("kubernetesResource").isObject()) {
                entries.put(name, entry(name, spec));
            }
        }
        return entries;
    }

    private Entry entry(String name, JsonNode spec) throws CommandFault {
        JsonNode wanted = spec.get("kubernetesResource");
        String group = text(wanted, "group");
        String version = text(wanted, "version");
        ArrayNode objects = select(new ApiPath(
                group.isEmpty() ? version : group + '/' + version,
                text(wanted, "namespace"),
                text(wanted, "resource"),
                ""));
        Map<String, JsonNode> projections = new LinkedHashMap<>();
        for (JsonNode projection : spec.path("projections")) {
            try {
                JsonNode value = JmesPath.compile(text(projection, "jmesPath")).search(objects);
                projections.put(text(projection, "name"), value);
            } catch (JmesPathException exception) {
                throw new CommandFault("the projection `" + text(projection, "name") + "` of the global context entry `"
                        + name + "` fails: " + exception.getMessage());
            }
        }
        return new Entry(objects, projections);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    private static @Nullable JsonNode globalEntry(Map<String, Entry> entries, String name, String projection) {
        Entry entry = entries.get(name);
        if (entry == null || projection.isEmpty()) {
            return entry == null ? null : entry.objects();
        }
        JsonNode projected = entry.projections().get(projection);
        if (projected == null) {
            throw new LookupException("projection \"" + projection + "\" not found");
        }
        return projected;
    }

    private record Entry(JsonNode objects, Map<String, JsonNode> projections) {}
}
