package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import io.ephor.values.Wildcard;
import java.util.Locale;
import java.util.Objects;

/**
 * The kind of existing resources that a {@link ResourceLookup} is asked for. Immutable and thread-safe.
 *
 * <p>Group, version and kind may be patterns with {@code *} and {@code ?}: a target with {@code apiVersion: v1} is one of
 * any group, as Kyverno reads it.
 *
 * @param group the API group; empty for the core group, {@code *} for any
 * @param version the version, such as {@code v1}
 * @param kind the kind, such as {@code Pod}
 * @param subresource the subresource, such as {@code status}; empty for the resource itself
 */
public record ResourceKind(String group, String version, String kind, String subresource) {
    /**
     * Makes a kind; nothing of it is checked.
     *
     * @param group the API group; empty for the core group, {@code *} for any
     * @param version the version, such as {@code v1}
     * @param kind the kind, such as {@code Pod}
     * @param subresource the subresource, such as {@code status}; empty for the resource itself
     */
    public ResourceKind {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subresource, "subresource");
    }

    /**
     * {@return the kind of a resource itself}
     *
     * @param apiVersion group and version, such as {@code apps/v1}; the version alone for the core group
     * @param kind the kind, such as {@code Deployment}
     */
    public static ResourceKind of(String apiVersion, String kind) {
        GroupVersionKind stated = GroupVersionKind.of(apiVersion, kind);
        return new ResourceKind(stated.group(), stated.version(), stated.kind(), "");
    }

    /**
     * {@return the kind in the plural and in small letters, as paths of the Kubernetes API have it, such as {@code
     * networkpolicies}} By the rules of thumb that hold where there is no cluster to ask.
     */
    public String plural() {
        String small = kind.toLowerCase(Locale.ROOT);
        if (small.isEmpty() || small.endsWith("endpoints")) {
            return small;
        }
        if (small.endsWith("s")) {
            return small + "es";
        }
        return small.endsWith("y") ? small.substring(0, small.length() - 1) + "ies" : small + 's';
    }

    /** {@return the kind of the resource that has the subresource} */
    public ResourceKind parent() {
        return subresource.isEmpty() ? this : new ResourceKind(group, version, kind, "");
    }

    /**
     * {@return whether a resource states, by its {@code apiVersion} and {@code kind}, that it is of this kind} The
     * subresource doesn't count.
     *
     * @param resource the resource; never written to
     */
    public boolean matches(JsonNode resource) {
        return matches(GroupVersionKind.of(resource));
    }

    /**
     * {@return whether a resource of some kind is of this kind} The subresource doesn't count.
     *
     * @param stated the kind of the resource
     */
    public boolean matches(GroupVersionKind stated) {
        return Wildcard.matches(kind, stated.kind())
                && Wildcard.matches(version, stated.version())
                && Wildcard.matches(group, stated.group());
    }

    /** {@return the parts that are there, such as {@code apps/v1/Deployment} or {@code v1/Pod/status}} */
    @Override
    public String toString() {
        return (group.isEmpty() ? "" : group + "/")
                + version
                + "/"
                + kind
                + (subresource.isEmpty() ? "" : "/" + subresource);
    }
}
