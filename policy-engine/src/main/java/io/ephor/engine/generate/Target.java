package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResourceKind;
import java.util.Objects;

/**
 * Which resource a rule makes or copies, as the rule says it.
 *
 * @param apiVersion group and version, such as {@code apps/v1}; empty where none is stated
 * @param kind the kind
 * @param namespace the namespace; empty for a resource of the whole cluster
 * @param name the name
 */
record Target(String apiVersion, String kind, String namespace, String name) {
    /** Reads the fields of a rule; what is no text is empty. */
    static Target of(JsonNode block) {
        return new Target(
                text(block, "apiVersion"), text(block, "kind"), text(block, "namespace"), text(block, "name"));
    }

    /** Returns which resource a resource is. */
    static Target ofResource(JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        return new Target(
                text(resource, "apiVersion"),
                text(resource, "kind"),
                text(metadata, "namespace"),
                text(metadata, "name"));
    }

    static String text(JsonNode object, String field) {
        return Objects.requireNonNullElse(object.path(field).textValue(), "");
    }

    /** Returns the resource of the same kind in another place. */
    Target at(String otherNamespace, String otherName) {
        return new Target(apiVersion, kind, otherNamespace, otherName);
    }

    /** Returns the resource without what its API version says. */
    Target ofAnyVersion() {
        return new Target("", kind, namespace, name);
    }

    /** Returns the kind to ask for; where no API version is stated, that of any group and version. */
    ResourceKind resourceKind() {
        return apiVersion.isEmpty() ? new ResourceKind("*", "*", kind, "") : ResourceKind.of(apiVersion, kind);
    }

    boolean isAtSamePlace(Target other) {
        return namespace.equals(other.namespace) && name.equals(other.name);
    }

    @Override
    public String toString() {
        return apiVersion + "/" + kind + "/" + namespace + "/" + name;
    }
}
