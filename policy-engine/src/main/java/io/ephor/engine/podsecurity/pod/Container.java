package io.ephor.engine.podsecurity.pod;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A container of a pod. Immutable.
 *
 * @param list the list in which it stands
 * @param index its place in the list
 * @param node the container
 */
public record Container(ContainerList list, int index, JsonNode node) {
    /** {@return the name, empty where it has none} */
    public String name() {
        return Pod.text(node, "name");
    }

    /** {@return the image as written, empty where it has none} */
    public String image() {
        return Pod.text(node, "image");
    }

    /** {@return what the container states about security, or a missing node} */
    public JsonNode securityContext() {
        return node.path("securityContext");
    }

    /**
     * {@return the path of a field of the container, from the root of the pod}
     *
     * @param below the path of the field from the container
     */
    public String path(String below) {
        return "spec." + list.field() + '[' + index + "]." + below;
    }
}
