package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SELinux: types are those of containers, users and roles are not set. */
record SeLinux() implements PodCheck {
    private static final String FIELD = "securityContext.seLinuxOptions";
    private static final List<String> TYPES = List.of("", "container_t", "container_init_t", "container_kvm_t");
    private static final String ENGINE = "container_engine_t";
    private static final int ENGINE_ALLOWED = 31;

    @Override
    public String id() {
        return "seLinuxOptions";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Found found = new Found(minor >= ENGINE_ALLOWED);
        JsonNode options = pod.securityContext().path("seLinuxOptions");
        if (!options.isMissingNode()) {
            found.add(options, "spec." + FIELD, found.offenders::pod);
        }
        for (Container container : pod.containers()) {
            JsonNode own = container.securityContext().path("seLinuxOptions");
            if (!own.isMissingNode()) {
                found.add(own, container.path(FIELD), error -> found.offenders.container(container, error));
            }
        }
        return found.offenders.isEmpty() ? null : found.failure(id());
    }

    private static final class Found {
        private final Offenders offenders = new Offenders();
        private final Offenders types = new Offenders();
        private final boolean engineAllowed;
        private boolean user;
        private boolean role;

        Found(boolean engineAllowed) {
            this.engineAllowed = engineAllowed;
        }

        void add(JsonNode options, String path, Consumer<FieldError> setter) {
            String type = Pod.text(options, "type");
            if (!TYPES.contains(type) && !(engineAllowed && type.equals(ENGINE))) {
                types.value(type);
                setter.accept(FieldError.forbidden(path + ".type", type));
            }
            if (!Pod.text(options, "user").isEmpty()) {
                user = true;
                setter.accept(FieldError.forbidden(path + ".user", Pod.text(options, "user")));
            }
            if (!Pod.text(options, "role").isEmpty()) {
                role = true;
                setter.accept(FieldError.forbidden(path + ".role", Pod.text(options, "role")));
            }
        }

        FailedCheck failure(String id) {
            List<String> faults = new ArrayList<>();
            if (!types.values().isEmpty()) {
                faults.add(Quoted.counted("type", types.values()));
            }
            if (user) {
                faults.add("user may not be set");
            }
            if (role) {
                faults.add("role may not be set");
            }
            String detail =
                    offenders.setters() + " set forbidden securityContext.seLinuxOptions: " + String.join("; ", faults);
            return new FailedCheck(id, "seLinuxOptions", detail, offenders.errors());
        }
    }
}
