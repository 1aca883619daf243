package io.ephor.engine.podsecurity.checks;

import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Host Namespaces: the pod shares none of network, processes and IPC with its host. */
record HostNamespaces() implements PodCheck {
    private static final List<String> FIELDS = List.of("hostNetwork", "hostPID", "hostIPC");

    @Override
    public String id() {
        return "hostNamespaces";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        List<String> details = new ArrayList<>(0);
        List<FieldError> errors = new ArrayList<>(0);
        for (int i = 0; i < FIELDS.size(); i++) {
            String field = FIELDS.get(i);
            if (pod.spec().path(field).booleanValue()) {
                details.add(field + "=true");
                errors.add(FieldError.forbidden("spec." + field, true));
            }
        }
        return errors.isEmpty() ? null : new FailedCheck(id(), "host namespaces", String.join(", ", details), errors);
    }
}
