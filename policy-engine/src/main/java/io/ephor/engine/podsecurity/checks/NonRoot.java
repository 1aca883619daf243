package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Running as Non-root: the pod or each container says {@code runAsNonRoot: true}, and none says false. */
record NonRoot() implements PodCheck {
    private static final String FIELD = "securityContext.runAsNonRoot";

    @Override
    public String id() {
        return "runAsNonRoot";
    }

    @Override
    public boolean isBaseline() {
        return false;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders saying = new Offenders();
        Offenders silent = new Offenders();
        JsonNode general = pod.securityContext().path("runAsNonRoot");
        if (!general.isMissingNode() && !general.booleanValue()) {
            saying.pod(FieldError.forbidden("spec." + FIELD, false));
        }
        for (Container container : pod.containers()) {
            JsonNode own = container.securityContext().path("runAsNonRoot");
            if (own.isMissingNode() && !general.booleanValue()) {
                silent.container(container, FieldError.missing(container.path(FIELD)));
            } else if (!own.isMissingNode() && !own.booleanValue()) {
                saying.container(container, FieldError.forbidden(container.path(FIELD), false));
            }
        }
        return saying.isEmpty() && silent.isEmpty() ? null : failure(saying, silent);
    }

    private FailedCheck failure(Offenders saying, Offenders silent) {
        List<String> details = new ArrayList<>();
        if (!saying.isEmpty()) {
            details.add(saying.setters() + " must not set securityContext.runAsNonRoot=false");
        }
        if (!silent.isEmpty()) {
            details.add("pod or " + silent.namedContainers() + " must set securityContext.runAsNonRoot=true");
        }
        List<FieldError> errors = new ArrayList<>(saying.errors());
        errors.addAll(silent.errors());
        return new FailedCheck(id(), "runAsNonRoot != true", String.join("\n", details), errors);
    }
}
