package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.lookup.ImageRequest;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResponseBody;
import io.ephor.lookup.ServiceRequest;
import io.ephor.lookup.ServiceResponse;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All there is outside in a row of recorded answers, and every question that was asked of it, in order. */
final class World {
    private final JsonNode world;
    private final Map<String, String> namespaceLabels;
    private final ArrayNode asked = JsonNodeFactory.instance.arrayNode();

    World(JsonNode world) {
        this(world, Map.of());
    }

    /** Makes a world in which every namespace has the same labels. */
    World(JsonNode world, Map<String, String> namespaceLabels) {
        this.world = world;
        this.namespaceLabels = namespaceLabels;
    }

    /** Returns the questions so far, in the form of the recorded ones. */
    ArrayNode asked() {
        return asked;
    }

    Lookups lookups() {
        return Lookups.builder()
                .configMaps(this::configMap)
                .apiCalls(this::apiCall)
                .serviceCalls(this::service)
                .globalContext(this::global)
                .images(this::image)
                .namespaces(this::namespace)
                .build();
    }

    private @Nullable JsonNode configMap(String namespace, String name) {
        ask("configMap").put("namespace", namespace).put("name", name);
        return find(
                "configMaps",
                map -> text(map.path("metadata"), "namespace").equals(namespace)
                        && text(map.path("metadata"), "name").equals(name));
    }

    private ResponseBody apiCall(String method, String path, String body) {
        ask("apiCall").put("method", method).put("path", path).put("data", body);
        JsonNode call = find(
                "apiCalls",
                other -> text(other, "method").equals(method)
                        && text(other, "path").equals(path));
        if (call == null) {
            throw new LookupException("the server could not find the requested resource");
        }
        if (call.has("forbidden")) {
            throw LookupException.forbidden("pods is forbidden: " + text(call, "forbidden"));
        }
        failIfBroken(call);
        return ResponseBody.ofText(text(call, "body"));
    }

    private ServiceResponse service(ServiceRequest request) {
        ObjectNode question = ask("service").put("method", request.method()).put("url", request.url());
        ObjectNode headers = question.putObject("headers");
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        question.put("body", request.body());
        JsonNode answer = find(
                "services",
                other -> text(other, "method").equals(request.method())
                        && text(other, "url").equals(request.url()));
        if (answer == null) {
            return ServiceResponse.of(404, ResponseBody.ofText("no such page"));
        }
        failIfBroken(answer);
        return ServiceResponse.of(answer.path("status").asInt(), ResponseBody.ofText(text(answer, "body")));
    }

    private @Nullable JsonNode global(String name, String projection) {
        ObjectNode question = ask("global").put("name", name);
        if (!projection.isEmpty()) {
            question.put("projection", projection);
        }
        JsonNode entry = find("globals", other -> text(other, "name").equals(name));
        if (entry == null) {
            return null;
        }
        failIfBroken(entry);
        if (projection.isEmpty()) {
            return entry.get("data");
        }
        JsonNode projected = entry.path("projections").get(projection);
        if (projected == null) {
            throw new LookupException("projection \"" + projection + "\" not found");
        }
        return projected;
    }

    private JsonNode image(ImageRequest request) {
        ObjectNode question = ask("image").put("reference", request.reference());
        if (!request.namespace().isEmpty()) {
            question.put("namespace", request.namespace());
        }
        JsonNode credentials = request.credentials();
        if (credentials != null) {
            question.set("credentials", credentials);
        }
        JsonNode image = find("images", other -> text(other, "reference").equals(request.reference()));
        if (image == null) {
            throw new LookupException("MANIFEST_UNKNOWN: manifest unknown");
        }
        failIfBroken(image);
        return image;
    }

    private Map<String, String> namespace(String name) {
        ask("namespace").put("name", name);
        return namespaceLabels;
    }

    private ObjectNode ask(String kind) {
        return asked.addObject().put("kind", kind);
    }

    private @Nullable JsonNode find(String kind, Predicate<JsonNode> wanted) {
        for (JsonNode thing : world.path(kind)) {
            if (wanted.test(thing)) {
                return thing;
            }
        }
        return null;
    }

    private static void failIfBroken(JsonNode answer) {
        if (answer.has("error")) {
            throw new LookupException(text(answer, "error"));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
