package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an admission request as Kubernetes sends it to webhooks. */
final class AdmissionRequest {
    private AdmissionRequest() {}

    static EvaluationContext context(JsonNode review) {
        JsonNode request = review.path("request").isObject() ? review.path("request") : review;
        EvaluationContext.Builder builder = EvaluationContext.builder()
                .request(request)
                .phases(Phase.MUTATE, Phase.VALIDATE, Phase.GENERATE)
                .operation(operation(request.path("operation")))
                .subresource(text(request.path("subResource")))
                .user(user(request));
        JsonNode oldObject = request.path("oldObject");
        if (oldObject.isObject()) {
            builder.oldResource(oldObject);
        }
        builder.kind(kind(request.path("kind")));
        return builder.build();
    }

    private static Operation operation(JsonNode stated) {
        for (Operation operation : Operation.values()) {
            if (operation.name().equals(stated.textValue())) {
                return operation;
            }
        }
        throw new IllegalArgumentException("the request has no known operation");
    }

    private static @Nullable GroupVersionKind kind(JsonNode stated) {
        return stated.isObject()
                ? new GroupVersionKind(
                        text(stated.path("group")), text(stated.path("version")), text(stated.path("kind")))
                : null;
    }

    private static UserInfo user(JsonNode request) {
        JsonNode info = request.path("userInfo");
        String[] groups = texts(info.path("groups")).toArray(new String[0]);
        return UserInfo.of(text(info.path("username")), groups)
                .withRoles(texts(request.path("roles")))
                .withClusterRoles(texts(request.path("clusterRoles")));
    }

    private static String text(JsonNode node) {
        return Objects.requireNonNullElse(node.textValue(), "");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            }
        }
        return texts;
    }
}
