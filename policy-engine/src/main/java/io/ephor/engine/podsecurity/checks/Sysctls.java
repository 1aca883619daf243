package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sysctls: the pod sets only those that concern nobody else. Each is safe from some version on. */
record Sysctls() implements PodCheck {
    private static final Map<String, Integer> SAFE_SINCE = safeSince();

    private static Map<String, Integer> safeSince() {
        Map<String, Integer> since = new HashMap<>();
        since.put("kernel.shm_rmid_forced", 0);
        since.put("net.ipv4.ip_local_port_range", 0);
        since.put("net.ipv4.tcp_syncookies", 0);
        since.put("net.ipv4.ping_group_range", 0);
        since.put("net.ipv4.ip_unprivileged_port_start", 0);
        since.put("net.ipv4.ip_local_reserved_ports", 27);
        since.put("net.ipv4.tcp_keepalive_time", 29);
        since.put("net.ipv4.tcp_fin_timeout", 29);
        since.put("net.ipv4.tcp_keepalive_intvl", 29);
        since.put("net.ipv4.tcp_keepalive_probes", 29);
        since.put("net.ipv4.tcp_rmem", 32);
        since.put("net.ipv4.tcp_wmem", 32);
        return Map.copyOf(since);
    }

    @Override
    public String id() {
        return "sysctls";
    }

    @Override
    public boolean isBaseline() {
        return true;
    }

    @Override
    public @Nullable FailedCheck check(Pod pod, int minor) {
        JsonNode sysctls = pod.securityContext().path("sysctls");
        List<String> names = new ArrayList<>(0);
        List<FieldError> errors = new ArrayList<>(0);
        for (int i = 0; i < sysctls.size(); i++) {
            String name = Pod.text(sysctls.get(i), "name");
            if (SAFE_SINCE.getOrDefault(name, Integer.MAX_VALUE) > minor || !SAFE_SINCE.containsKey(name)) {
                names.add(name);
                errors.add(FieldError.forbidden("spec.securityContext.sysctls[" + i + "].name", name));
            }
        }
        return errors.isEmpty() ? null : new FailedCheck(id(), "forbidden sysctls", String.join(", ", names), errors);
    }
}
