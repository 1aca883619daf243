package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.UserInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document that queries see before anything is loaded: {@code request}, and the service account of the user.
 *
 * <p>Kyverno: pkg/engine/policycontext/policy_context.go
 */
final class RequestDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:".length();

    private RequestDocument() {}

    /**
     * Makes the document. It holds the resources themselves.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     */
    static ObjectNode root(@Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        ObjectNode root = NODES.objectNode();
        JsonNode given = context.request();
        ObjectNode request = given instanceof ObjectNode object ? admission(object) : NODES.objectNode();
        if (given == null) {
            request.put("namespace", namespace(context.operation() == Operation.DELETE ? null : resource));
        }
        if (resource != null) {
            request.set("object", resource);
        }
        if (oldResource != null) {
            request.set("oldObject", oldResource);
        }
        request.put("operation", context.operation().name());
        root.set("request", request);
        UserInfo user = context.user();
        if (given != null || !user.isEmpty()) {
            addUser(request, user, given != null);
            addServiceAccount(root, user.username());
        }
        return root;
    }

    /** Makes the document for a resource that nobody made a request for. */
    static ObjectNode ofTarget(JsonNode target) {
        ObjectNode root = NODES.objectNode();
        root.putObject("request").put("namespace", namespace(target));
        root.set("target", target);
        return root;
    }

    /** Returns the request as it was given; what it says nothing about is null there, not missing. */
    private static ObjectNode admission(ObjectNode given) {
        ObjectNode request = NODES.objectNode();
        request.setAll(given);
        for (String field : List.of("object", "oldObject", "options")) {
            if (!request.has(field)) {
                request.putNull(field);
            }
        }
        return request;
    }

    private static String namespace(@Nullable JsonNode resource) {
        JsonNode namespace = resource == null ? null : resource.path("metadata").get("namespace");
        return namespace != null && namespace.isTextual() ? namespace.textValue() : "";
    }

    private static void addUser(ObjectNode request, UserInfo user, boolean given) {
        if (!given || !request.has("userInfo")) {
            ObjectNode info = NODES.objectNode();
            if (!user.username().isEmpty()) {
                info.put("username", user.username());
            }
            if (!user.uid().isEmpty()) {
                info.put("uid", user.uid());
            }
            addTexts(info, "groups", user.groups());
            request.set("userInfo", info);
        }
        addTexts(request, "roles", user.roles());
        addTexts(request, "clusterRoles", user.clusterRoles());
    }

    private static void addTexts(ObjectNode object, String name, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        ArrayNode list = object.putArray(name);
        texts.forEach(list::add);
    }

    /** The prefix is not compared, only cut off. */
    private static void addServiceAccount(ObjectNode root, String username) {
        byte[] bytes = username.getBytes(StandardCharsets.UTF_8);
        String account = bytes.length <= SERVICE_ACCOUNT_PREFIX
                ? ""
                : new String(
                        bytes, SERVICE_ACCOUNT_PREFIX, bytes.length - SERVICE_ACCOUNT_PREFIX, StandardCharsets.UTF_8);
        String[] parts = account.split(":", -1);
        boolean found = parts.length >= 2;
        root.put("serviceAccountName", found ? parts[1] : "");
        root.put("serviceAccountNamespace", found ? parts[0] : "");
    }
}
