package io.ephor.engine.podsecurity.checks;

import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** Seccomp of the level restricted: the pod or each container names a profile that is allowed. */
record RestrictedSeccomp() implements PodCheck {
    private static final int WINDOWS_EXEMPT = 25;

    @Override
    public String id() {
        return "seccompProfile_restricted";
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
        Offenders naming = SeccompProfiles.forbidden(pod);
        if (!naming.isEmpty()) {
            return SeccompProfiles.failure(id(), naming);
        }
        if (SeccompProfiles.isSet(pod.securityContext())) {
            return null;
        }
        Offenders silent = new Offenders();
        for (Container container : pod.containers()) {
            if (!SeccompProfiles.isSet(container.securityContext())) {
                silent.container(container, FieldError.missing(container.path(SeccompProfiles.FIELD)));
            }
        }
        if (silent.isEmpty()) {
            return null;
        }
        String detail = "pod or " + silent.namedContainers()
                + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"";
        return new FailedCheck(id(), "seccompProfile", detail, silent.errors());
    }
}
