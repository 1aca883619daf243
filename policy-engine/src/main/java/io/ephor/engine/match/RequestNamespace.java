package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * The namespace in which an object lives: that of the admission request, which holds for the new and the old object
 * alike, otherwise the one that the object states.
 *
 * <p>Kyverno: {@code ConvertResource} in {@code pkg/utils/admission/resource.go}
 */
public final class RequestNamespace {
    private RequestNamespace() {}

    /** {@return the namespace of an object in a context; empty where it lives in none} */
    public static String of(@Nullable JsonNode object, EvaluationContext context) {
        JsonNode request = context.request();
        String requested = request == null ? "" : text(request, "namespace");
        if (!requested.isEmpty() && !isNamespace(object, context)) {
            return requested;
        }
        JsonNode metadata = object == null ? null : object.get("metadata");
        return metadata == null ? "" : text(metadata, "namespace");
    }

    private static boolean isNamespace(@Nullable JsonNode object, EvaluationContext context) {
        return MatchRequest.kind(object, context).equals("Namespace");
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual() ? value.textValue() : "";
    }
}
