package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.GroupVersionKind;
import io.ephor.Operation;
import io.ephor.UserInfo;
import io.ephor.engine.match.MatchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the columns and rows of suite {@code match} are made of. Null and absent values count as empty. */
final class MatchColumns {
    private MatchColumns() {}

    static List<MatchRequest> requests(JsonNode columns) {
        List<MatchRequest> requests = new ArrayList<>();
        for (JsonNode column : columns) {
            requests.add(request(column));
        }
        return requests;
    }

    private static MatchRequest request(JsonNode column) {
        JsonNode info = column.path("requestInfo");
        EvaluationContext.Builder context = EvaluationContext.builder()
                .kind(kind(column))
                .subresource(text(column, "subresource"))
                .namespaceLabels(textMap(column.get("namespaceLabels")))
                .user(user(info.path("userInfo"))
                        .withRoles(texts(info.get("roles")))
                        .withClusterRoles(texts(info.get("clusterRoles"))));
        String operation = text(column, "operation");
        return operation.isEmpty()
                ? MatchRequest.withoutOperation(column.get("resource"), context.build())
                : MatchRequest.of(
                        column.get("resource"),
                        context.operation(Operation.valueOf(operation)).build());
    }

    static List<MatchRequest> kinds(JsonNode columns) {
        List<MatchRequest> requests = new ArrayList<>();
        for (JsonNode column : columns) {
            EvaluationContext context = EvaluationContext.builder()
                    .kind(kind(column))
                    .subresource(text(column, "subresource"))
                    .build();
            requests.add(MatchRequest.of(null, context));
        }
        return requests;
    }

    private static GroupVersionKind kind(JsonNode column) {
        return new GroupVersionKind(text(column, "group"), text(column, "version"), text(column, "kind"));
    }

    static List<UserInfo> users(JsonNode columns) {
        List<UserInfo> users = new ArrayList<>();
        for (JsonNode column : columns) {
            users.add(user(column));
        }
        return users;
    }

    private static UserInfo user(JsonNode user) {
        return UserInfo.of(text(user, "username"), texts(user.get("groups")).toArray(new String[0]));
    }

    static List<Map<String, String>> textMaps(JsonNode columns) {
        List<Map<String, String>> maps = new ArrayList<>();
        for (JsonNode column : columns) {
            maps.add(textMap(column));
        }
        return maps;
    }

    static Map<String, String> textMap(@Nullable JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node != null) {
            node.properties().forEach(entry -> texts.put(entry.getKey(), required(entry.getValue())));
        }
        return texts;
    }

    static List<String> texts(@Nullable JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node != null) {
            node.forEach(text -> texts.add(required(text)));
        }
        return texts;
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? "" : required(value);
    }

    private static String required(JsonNode text) {
        if (!text.isTextual()) {
            throw new IllegalArgumentException("not a text: " + text);
        }
        return text.textValue();
    }
}
