package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** /proc Mount Type: containers see the default part of {@code /proc}. */
record ProcMount() implements PodCheck {
    private static final String FIELD = "securityContext.procMount";

    @Override
    public String id() {
        return "procMount";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = new Offenders();
        for (Container container : pod.containers()) {
            JsonNode mount = container.securityContext().path("procMount");
            if (!mount.isMissingNode() && !"Default".equals(mount.textValue())) {
                offenders.container(container, FieldError.forbidden(container.path(FIELD), mount.textValue()));
            }
        }
        if (offenders.isEmpty()) {
            return null;
        }
        String detail = offenders.namedContainers() + " must not set securityContext.procMount to "
                + Quoted.list(offenders.values());
        return new FailedCheck(id(), "procMount", detail, offenders.errors());
    }
}
