package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** Host Ports: no container takes a port of the host. */
record HostPorts() implements PodCheck {
    @Override
    public String id() {
        return "hostPorts";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Offenders offenders = new Offenders();
        for (Container container : pod.containers()) {
            JsonNode ports = container.node().path("ports");
            for (int i = 0; i < ports.size(); i++) {
                int port = ports.get(i).path("hostPort").intValue();
                if (port != 0) {
                    String field = container.path("ports[" + i + "].hostPort");
                    offenders.container(container, FieldError.forbidden(field, port));
                    offenders.value(Integer.toString(port));
                }
            }
        }
        if (offenders.isEmpty()) {
            return null;
        }
        String detail = offenders.namedContainers()
                + Quoted.uses(offenders.containers().size())
                + Quoted.plural("hostPort", offenders.values().size())
                + ' '
                + String.join(", ", offenders.values());
        return new FailedCheck(id(), "hostPort", detail, offenders.errors());
    }
}
