package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** Privilege Escalation: every container says {@code allowPrivilegeEscalation: false}. */
record PrivilegeEscalation() implements PodCheck {
    private static final String FIELD = "securityContext.allowPrivilegeEscalation";
    private static final int WINDOWS_EXEMPT = 25;

    @Override
    public String id() {
        return "allowPrivilegeEscalation";
    }

    @Override
    public boolean isBaseline() {
        return false;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        if (minor >= WINDOWS_EXEMPT && pod.isWindows()) {
            return null;
        }
        Offenders offenders = new Offenders();
        for (Container container : pod.containers()) {
            JsonNode context = container.securityContext();
            JsonNode allowed = context.path("allowPrivilegeEscalation");
            if (context.isMissingNode()) {
                offenders.container(container, FieldError.missing(container.path(FIELD)));
            } else if (allowed.isMissingNode()) {
                offenders.container(container, FieldError.forbidden(container.path(FIELD), "nil"));
            } else if (allowed.booleanValue()) {
                offenders.container(container, FieldError.forbidden(container.path(FIELD), true));
            }
        }
        if (offenders.isEmpty()) {
            return null;
        }
        String detail = offenders.namedContainers() + " must set securityContext.allowPrivilegeEscalation=false";
        return new FailedCheck(id(), "allowPrivilegeEscalation != false", detail, offenders.errors());
    }
}
