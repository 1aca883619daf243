package io.ephor;

import java.util.Objects;

/**
 * Which resource something is.
 *
 * @param kind the kind
 * @param namespace the namespace; empty for a resource of the whole cluster
 * @param name the name
 */
public record ResourceReference(GroupVersionKind kind, String namespace, String name) {
    /**
     * Checks that nothing is null.
     *
     * @param kind the kind
     * @param namespace the namespace; empty for a resource of the whole cluster
     * @param name the name
     */
    public ResourceReference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** {@return API version, kind, namespace and name, such as {@code v1/Secret/default/regcred}} */
    @Override
    public String toString() {
        String group = kind.group().isEmpty() ? "" : kind.group() + "/";
        return group + kind.version() + "/" + kind.kind() + "/" + namespace + "/" + name;
    }
}
