package io.ephor.engine.podsecurity.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod whose fields have the types and the names that Kubernetes gives them, and none of which is null. Immutable;
 * nobody may write to its documents.
 *
 * @param metadata its metadata; a missing node where it has none
 * @param spec its specification; a missing node where it has none
 * @param containers its containers in the order in which they are checked: those that initialise, the containers, the
 *     ephemeral ones
 */
public record Pod(JsonNode metadata, JsonNode spec, List<Container> containers) {
    /**
     * Makes a pod.
     *
     * @param metadata its metadata, or a missing node
     * @param spec its specification, or a missing node
     * @return the pod
     */
    public static Pod of(JsonNode metadata, JsonNode spec) {
        List<Container> containers = new ArrayList<>();
        for (ContainerList list : ContainerList.ALL) {
            JsonNode written = spec.path(list.field());
            for (int i = 0; i < written.size(); i++) {
                containers.add(new Container(list, i, written.get(i)));
            }
        }
        return new Pod(metadata, spec, containers);
    }

    /**
     * {@return a pod with one container that has a name and nothing else, otherwise like this one}
     *
     * @param name the name of the container
     */
    public Pod withOnlyContainer(String name) {
        JsonNode container = JsonNodeFactory.instance.objectNode().put("name", name);
        return new Pod(metadata, spec, List.of(new Container(ContainerList.CONTAINERS, 0, container)));
    }

    /**
     * Makes a pod that has containers and nothing else.
     *
     * @param containers the containers; each list is numbered anew
     * @return the pod
     */
    public static Pod ofContainers(List<Container> containers) {
        JsonNode nothing = JsonNodeFactory.instance.missingNode();
        List<Container> numbered = new ArrayList<>(containers.size());
        for (ContainerList list : ContainerList.ALL) {
            int size = 0;
            for (Container container : containers) {
                if (container.list() == list) {
                    numbered.add(new Container(list, size++, container.node()));
                }
            }
        }
        return new Pod(nothing, nothing, numbered);
    }

    /** {@return what the pod states about security, or a missing node} */
    public JsonNode securityContext() {
        return spec.path("securityContext");
    }

    /** {@return whether the pod says that it runs on Windows} */
    public boolean isWindows() {
        return "windows".equals(spec.path("os").path("name").textValue());
    }

    /** {@return the annotations, or a missing node} */
    public JsonNode annotations() {
        return metadata.path("annotations");
    }

    /** {@return the volumes, or a missing node} */
    public JsonNode volumes() {
        return spec.path("volumes");
    }

    /**
     * {@return the text of a field, empty where it is missing}
     *
     * @param node the object that has the field
     * @param field the name of the field
     */
    public static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? "" : text;
    }
}
