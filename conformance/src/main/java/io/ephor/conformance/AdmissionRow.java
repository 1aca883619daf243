package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.GroupVersionKind;
import java.util.Locale;

/** The admission request with which a row of recorded answers was evaluated. */
final class AdmissionRow {
    private static final String UID = "00000000-0000-0000-0000-000000000000";

    private AdmissionRow() {}

    static EvaluationContext context(JsonNode row) {
        return EvaluationContext.admission(request(row));
    }

    private static ObjectNode request(JsonNode row) {
        JsonNode resource = row.has("resource") ? row.path("resource") : row.path("oldResource");
        GroupVersionKind kind = GroupVersionKind.of(resource);
        ObjectNode request = SuiteRun.object().put("uid", UID);
        request.putObject("kind")
                .put("group", kind.group())
                .put("version", kind.version())
                .put("kind", kind.kind());
        request.putObject("resource")
                .put("group", kind.group())
                .put("version", kind.version())
                .put("resource", kind.kind().toLowerCase(Locale.ROOT) + "s");
        if (row.has("subresource")) {
            request.set("subResource", row.get("subresource"));
        }
        for (String field : new String[] {"name", "namespace"}) {
            String value = resource.path("metadata").path(field).asText();
            if (!value.isEmpty()) {
                request.put(field, value);
            }
        }
        request.set("operation", row.path("operation"));
        request.set("userInfo", user(row));
        for (String field : new String[] {"roles", "clusterRoles"}) {
            if (row.has(field)) {
                request.set(field, row.get(field));
            }
        }
        request.set("object", orNull(row, "resource"));
        request.set("oldObject", orNull(row, "oldResource"));
        return request;
    }

    private static JsonNode orNull(JsonNode row, String field) {
        return row.has(field) ? row.get(field) : SuiteRun.object().nullNode();
    }

    private static JsonNode user(JsonNode row) {
        if (row.has("user")) {
            return row.get("user");
        }
        ObjectNode user = SuiteRun.object().put("username", "alice");
        user.putArray("groups").add("dev").add("system:authenticated");
        return user;
    }
}
