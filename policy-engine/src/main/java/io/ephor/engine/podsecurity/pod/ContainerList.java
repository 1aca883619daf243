package io.ephor.engine.podsecurity.pod;

import java.util.List;

/** The lists of containers of a pod, in the order in which they are checked. */
public enum ContainerList {
    /** Those that run before the others. */
    INIT_CONTAINERS("initContainers"),
    /** The containers. */
    CONTAINERS("containers"),
    /** Those that were added to a running pod. */
    EPHEMERAL_CONTAINERS("ephemeralContainers");

    static final List<ContainerList> ALL = List.of(values());

    private final String field;

    ContainerList(String field) {
        this.field = field;
    }

    /** {@return the field of the specification of a pod} */
    public String field() {
        return field;
    }
}
