package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** Running as Non-root user: nobody says {@code runAsUser: 0}. */
record NonRootUser() implements PodCheck {
    private static final String FIELD = "securityContext.runAsUser";

    @Override
    public String id() {
        return "runAsUser";
    }

    @Override
    public boolean isBaseline() {
        return false;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = new Offenders();
        if (isRoot(pod.securityContext())) {
            offenders.pod(FieldError.forbidden("spec." + FIELD, 0));
        }
        for (Container container : pod.containers()) {
            if (isRoot(container.securityContext())) {
                offenders.container(container, FieldError.forbidden(container.path(FIELD), 0));
            }
        }
        return offenders.isEmpty()
                ? null
                : new FailedCheck(
                        id(), "runAsUser=0", offenders.setters() + " must not set runAsUser=0", offenders.errors());
    }

    private static boolean isRoot(JsonNode context) {
        JsonNode user = context.path("runAsUser");
        return user.isNumber() && user.longValue() == 0;
    }
}
