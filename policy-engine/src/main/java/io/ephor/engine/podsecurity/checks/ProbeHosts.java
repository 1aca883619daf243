package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Container;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.values.KeyOrder;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Probes and lifecycle hooks ask no other host. The check names no fields; since it has one revision, it is made for all
 * versions, also older ones.
 */
record ProbeHosts() implements PodCheck {
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HOOKS = List.of("postStart", "preStop");

    @Override
    public String id() {
        return "hostProbesAndHostLifecycle";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        Hosts hosts = new Hosts();
        for (Container container : pod.containers()) {
            for (int i = 0; i < PROBES.size(); i++) {
                hosts.add(container, container.node().path(PROBES.get(i)));
            }
            JsonNode lifecycle = container.node().path("lifecycle");
            for (int i = 0; i < HOOKS.size(); i++) {
                hosts.add(container, lifecycle.path(HOOKS.get(i)));
            }
        }
        return hosts.names.isEmpty() ? null : hosts.failure(id());
    }

    private static final class Hosts {
        private final TreeSet<String> containers = new TreeSet<>(KeyOrder.INSTANCE);
        private final TreeSet<String> names = new TreeSet<>(KeyOrder.INSTANCE);

        void add(Container container, JsonNode action) {
            add(container, Pod.text(action.path("httpGet"), "host"));
            add(container, Pod.text(action.path("tcpSocket"), "host"));
        }

        private void add(Container container, String host) {
            if (!host.isEmpty()) {
                containers.add(container.name());
                names.add(host);
            }
        }

        FailedCheck failure(String id) {
            String detail = Quoted.counted("container", containers)
                    + Quoted.uses(containers.size())
                    + Quoted.counted("probe or lifecycle host", names);
            return new FailedCheck(id, "probe or lifecycle host", detail, List.of());
        }
    }
}
