package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Capabilities of the level restricted: containers drop {@code ALL} and add none but {@code NET_BIND_SERVICE}. */
record RestrictedCapabilities() implements PodCheck {
    private static final String DROP = "securityContext.capabilities.drop";
    private static final int WINDOWS_EXEMPT = 25;

    @Override
    public String id() {
        return "capabilities_restricted";
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
        Offenders keeping = keeping(pod);
        Offenders adding = BaselineCapabilities.added(pod, "NET_BIND_SERVICE"::equals);
        if (keeping.isEmpty() && adding.isEmpty()) {
            return null;
        }
        List<String> details = new ArrayList<>();
        if (!keeping.isEmpty()) {
            details.add(keeping.namedContainers() + " must set securityContext.capabilities.drop=[\"ALL\"]");
        }
        if (!adding.isEmpty()) {
            details.add(BaselineCapabilities.detail(adding));
        }
        List<FieldError> errors = new ArrayList<>(keeping.errors());
        errors.addAll(adding.errors());
        return new FailedCheck(id(), "unrestricted capabilities", String.join("; ", details), errors);
    }

    /** {@return the containers that do not drop all capabilities} */
    private static Offenders keeping(Pod pod) {
        Offenders offenders = new Offenders();
        for (Container container : pod.containers()) {
            JsonNode dropped = container.securityContext().path("capabilities").path("drop");
            if (dropped.isEmpty()) {
                offenders.container(container, FieldError.missing(container.path(DROP)));
            } else if (!dropsAll(dropped)) {
                TreeSet<String> some = new TreeSet<>(KeyOrder.INSTANCE);
                dropped.forEach(capability -> some.add(capability.textValue()));
                offenders.container(container, FieldError.forbidden(container.path(DROP), some));
            }
        }
        return offenders;
    }

    private static boolean dropsAll(JsonNode dropped) {
        for (int i = 0; i < dropped.size(); i++) {
            if ("ALL".equals(dropped.get(i).textValue())) {
                return true;
            }
        }
        return false;
    }
}
