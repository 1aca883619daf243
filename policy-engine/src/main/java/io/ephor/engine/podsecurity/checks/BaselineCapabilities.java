package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.KeyOrder;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Capabilities of the level baseline: containers add only those that runtimes grant anyway. */
record BaselineCapabilities() implements PodCheck {
    static final String ADD = "securityContext.capabilities.add";
    private static final Set<String> DEFAULT = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    @Override
    public String id() {
        return "capabilities_baseline";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = added(pod, DEFAULT::contains);
        return offenders.isEmpty()
                ? null
                : new FailedCheck(id(), "non-default capabilities", detail(offenders), offenders.errors());
    }

    /** {@return the containers that add a capability that is not allowed} */
    static Offenders added(Pod pod, Predicate<String> allowed) {
        Offenders offenders = new Offenders();
        for (Container container : pod.containers()) {
            JsonNode capabilities =
                    container.securityContext().path("capabilities").path("add");
            Set<String> forbidden = Set.of();
            for (int i = 0; i < capabilities.size(); i++) {
                String capability = capabilities.get(i).textValue();
                if (!allowed.test(capability)) {
                    forbidden = forbidden.isEmpty() ? new TreeSet<>(KeyOrder.INSTANCE) : forbidden;
                    forbidden.add(capability);
                }
            }
            if (!forbidden.isEmpty()) {
                offenders.container(container, FieldError.forbidden(container.path(ADD), forbidden));
                offenders.values(forbidden);
            }
        }
        return offenders;
    }

    static String detail(Offenders offenders) {
        return offenders.namedContainers() + " must not include " + Quoted.list(offenders.values()) + " in " + ADD;
    }
}
