package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.variables.QueryException;
import io.ephor.values.ImageReference;
import io.ephor.values.ImageReferenceException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The images of the containers of a resource, or why they cannot be told. Immutable.
 *
 * <p>Kyverno: pkg/utils/api/image.go
 *
 * @param value the images by the kind and the name of their container; null where there is a fault
 * @param fault why there are none, or null
 */
record ImagesOfResource(@Nullable JsonNode value, @Nullable QueryException fault) {
    private static final String DEFAULT_REGISTRY = "docker.io";
    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<String> TEMPLATE = List.of("spec", "template", "spec");

    /** The path of what has containers, by the kind of the resource. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "Pod", List.of("spec"),
            "DaemonSet", TEMPLATE,
            "Deployment", TEMPLATE,
            "ReplicaSet", TEMPLATE,
            "ReplicationController", TEMPLATE,
            "StatefulSet", TEMPLATE,
            "Job", TEMPLATE,
            "CronJob", List.of("spec", "jobTemplate", "spec", "template", "spec"));

    /** Reads the images of a resource; one of another kind, and none at all, have none. */
    static ImagesOfResource of(@Nullable JsonNode resource) {
        ObjectNode images = JsonNodeFactory.instance.objectNode();
        String kind = resource == null ? null : resource.path("kind").textValue();
        List<String> place = kind == null ? null : PLACES.get(kind);
        if (resource == null || place == null) {
            return new ImagesOfResource(images, null);
        }
        try {
            for (String list : CONTAINERS) {
                ObjectNode found = images(resource, place, list);
                if (!found.isEmpty()) {
                    images.set(list, found);
                }
            }
            return new ImagesOfResource(images, null);
        } catch (QueryException exception) {
            return new ImagesOfResource(null, exception);
        }
    }

    /** Returns the images by the name of their container; an object without keys where there are none. */
    JsonNode orThrow() {
        if (fault != null) {
            throw fault;
        }
        return value == null ? JsonNodeFactory.instance.objectNode() : value;
    }

    private static ObjectNode images(JsonNode resource, List<String> place, String list) {
        ObjectNode images = JsonNodeFactory.instance.objectNode();
        JsonNode owner = resource;
        for (String key : place) {
            owner = owner.path(key);
            if (owner.isMissingNode() || owner.isNull()) {
                return images;
            }
            if (!owner.isObject()) {
                throw LoadFailure.of("invalid image config");
            }
        }
        JsonNode containers = owner.path(list);
        if (containers.isMissingNode() || containers.isNull()) {
            return images;
        }
        if (!containers.isContainerNode()) {
            throw LoadFailure.of("invalid type");
        }
        String prefix = "/" + String.join("/", place) + "/" + list + "/";
        for (int i = 0; i < containers.size() && containers.isArray(); i++) {
            add(images, containers.get(i), prefix + i + "/image");
        }
        for (Map.Entry<String, JsonNode> container : containers.properties()) {
            add(images, container.getValue(), prefix + container.getKey() + "/image");
        }
        return images;
    }

    private static void add(ObjectNode images, JsonNode container, String pointer) {
        if (container.isNull()) {
            return;
        }
        if (!container.isObject()) {
            throw LoadFailure.of("invalid image config");
        }
        String name = container.path("name").textValue();
        if (name == null) {
            throw LoadFailure.of("invalid key");
        }
        String image = container.path("image").textValue();
        if (image != null && !image.isBlank()) {
            images.set(name, image(image, pointer));
        }
    }

    private static ObjectNode image(String text, String pointer) {
        ImageReference reference;
        try {
            reference = ImageReference.normalize(text, DEFAULT_REGISTRY, true);
        } catch (ImageReferenceException exception) {
            throw LoadFailure.of("invalid image '" + text + "' (" + exception.getMessage() + ")");
        }
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        putGiven(image, "registry", reference.registry());
        image.put("name", reference.name()).put("path", reference.path());
        putGiven(image, "tag", reference.tag());
        putGiven(image, "digest", reference.digest());
        putGiven(image, "reference", reference.reference());
        putGiven(image, "referenceWithTag", reference.referenceWithTag());
        return image.put("jsonPointer", pointer);
    }

    private static void putGiven(ObjectNode image, String field, String value) {
        if (!value.isEmpty()) {
            image.put(field, value);
        }
    }
}
