package io.ephor.engine.podsecurity.checks;

import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** Privileged Containers: no container is privileged. */
record PrivilegedContainers() implements PodCheck {
    private static final String FIELD = "securityContext.privileged";

    @Override
    public String id() {
        return "privileged";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = new Offenders();
        for (Container container : pod.containers()) {
            if (container.securityContext().path("privileged").booleanValue()) {
                offenders.container(container, FieldError.forbidden(container.path(FIELD), true));
            }
        }
        if (offenders.isEmpty()) {
            return null;
        }
        String detail = offenders.namedContainers() + " must not set securityContext.privileged=true";
        return new FailedCheck(id(), "privileged", detail, offenders.errors());
    }
}
