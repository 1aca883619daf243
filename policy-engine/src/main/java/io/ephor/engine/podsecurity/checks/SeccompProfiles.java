package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;

/** The profiles of seccomp that a pod and its containers name. */
final class SeccompProfiles {
    static final String FIELD = "securityContext.seccompProfile.type";

    private SeccompProfiles() {}

    /** {@return who names a profile that is not allowed} */
    static Offenders forbidden(Pod pod) {
        Offenders offenders = new Offenders();
        if (isForbidden(pod.securityContext())) {
            offenders.pod(FieldError.forbidden("spec." + FIELD, type(pod.securityContext())));
        }
        for (Container container : pod.containers()) {
            if (isForbidden(container.securityContext())) {
                String type = type(container.securityContext());
                offenders.container(container, FieldError.forbidden(container.path(FIELD), type));
            }
        }
        return offenders;
    }

    static FailedCheck failure(String id, Offenders offenders) {
        String detail = offenders.setters() + " must not set securityContext.seccompProfile.type to "
                + Quoted.list(offenders.values());
        return new FailedCheck(id, "seccompProfile", detail, offenders.errors());
    }

    static boolean isSet(JsonNode context) {
        return context.has("seccompProfile");
    }

    private static boolean isForbidden(JsonNode context) {
        return isSet(context)
                && !type(context).equals("RuntimeDefault")
                && !type(context).equals("Localhost");
    }

    private static String type(JsonNode context) {
        return Pod.text(context.path("seccompProfile"), "type");
    }
}
