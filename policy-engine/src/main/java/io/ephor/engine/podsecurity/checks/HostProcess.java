package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** HostProcess: nothing runs as a process of a Windows host. */
record HostProcess() implements PodCheck {
    private static final String FIELD = "securityContext.windowsOptions.hostProcess";

    @Override
    public String id() {
        return "windowsHostProcess";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = new Offenders();
        if (isHostProcess(pod.securityContext())) {
            offenders.pod(FieldError.forbidden("spec." + FIELD, true));
        }
        for (Container container : pod.containers()) {
            if (isHostProcess(container.securityContext())) {
                offenders.container(container, FieldError.forbidden(container.path(FIELD), true));
            }
        }
        if (offenders.isEmpty()) {
            return null;
        }
        String detail = offenders.setters() + " must not set securityContext.windowsOptions.hostProcess=true";
        return new FailedCheck(id(), "hostProcess", detail, offenders.errors());
    }

    private static boolean isHostProcess(JsonNode context) {
        return context.path("windowsOptions").path("hostProcess").booleanValue();
    }
}
