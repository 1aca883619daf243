package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What kind of resource something is.
 *
 * @param group the API group; empty for the core group
 * @param version the version, such as {@code v1}
 * @param kind the kind, such as {@code Pod}
 */
public record GroupVersionKind(String group, String version, String kind) {
    /**
     * {@return the kind that a resource states by {@code apiVersion} and {@code kind}; absent texts become empty}
     *
     * @param resource the resource
     */
    public static GroupVersionKind of(JsonNode resource) {
        return of(text(resource.get("apiVersion")), text(resource.get("kind")));
    }

    /**
     * {@return a kind}
     *
     * @param apiVersion group and version, such as {@code apps/v1}; the version alone for the core group
     * @param kind the kind, such as {@code Deployment}
     */
    public static GroupVersionKind of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return new GroupVersionKind(group, apiVersion.substring(slash + 1), kind);
    }

    private static String text(@Nullable JsonNode node) {
        return node != null && node.isTextual() ? node.textValue() : "";
    }
}
