package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The twelve policies of the level {@code baseline}, on a Pod whose containers are well-formed. */
final class BaselineFloor {
    private static final Set<String> CAPABILITIES = Set.of(
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
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range");
    private static final Set<String> SELINUX_TYPES = Set.of("container_t", "container_init_t", "container_kvm_t");
    private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private BaselineFloor() {}

    static @Nullable String violation(JsonNode pod, JsonNode spec) {
        String violation = addedCapabilities(spec);
        violation = violation == null ? hostNamespaces(spec) : violation;
        violation = violation == null ? hostPath(spec) : violation;
        violation = violation == null ? hostPortsInRange(spec) : violation;
        violation = violation == null ? hostPorts(spec) : violation;
        violation = violation == null ? hostProcess(spec) : violation;
        violation = violation == null ? privileged(spec) : violation;
        violation = violation == null ? procMount(spec) : violation;
        violation = violation == null ? seLinuxType(spec) : violation;
        violation = violation == null ? seLinuxUserAndRole(spec) : violation;
        violation = violation == null ? appArmor(pod) : violation;
        violation = violation == null ? seccomp(spec) : violation;
        return violation == null ? sysctls(spec) : violation;
    }

    private static @Nullable String addedCapabilities(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode added = containers
                        .get(i)
                        .path("securityContext")
                        .path("capabilities")
                        .path("add");
                if (!Values.areAmong(CAPABILITIES, added)) {
                    return Containers.place(kind, i, "securityContext/capabilities/add");
                }
            }
        }
        return null;
    }

    private static @Nullable String hostNamespaces(JsonNode spec) {
        if (!Values.isFalseOrAbsent(spec.get("hostPID"))) {
            return "/spec/hostPID";
        }
        if (!Values.isFalseOrAbsent(spec.get("hostIPC"))) {
            return "/spec/hostIPC";
        }
        return Values.isFalseOrAbsent(spec.get("hostNetwork")) ? null : "/spec/hostNetwork";
    }

    private static @Nullable String hostPath(JsonNode spec) {
        JsonNode volumes = spec.path("volumes");
        if (!Containers.isList(volumes)) {
            return "/spec/volumes";
        }
        for (int i = 0; i < volumes.size(); i++) {
            if (!volumes.get(i).isObject() || volumes.get(i).has("hostPath")) {
                return Containers.place("volumes", i, "hostPath");
            }
        }
        return null;
    }

    /** One port out of the range and one that is not 0 are too many, even where they are two. */
    private static @Nullable String hostPortsInRange(JsonNode spec) {
        boolean outside = false;
        boolean taken = false;
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode ports = containers.get(i).path("ports");
                for (int j = 0; j < ports.size(); j++) {
                    JsonNode port = ports.path(j).path("hostPort");
                    if (port.isNumber()) {
                        outside |= port.longValue() < 5000 || port.longValue() > 6000;
                        taken |= port.longValue() != 0;
                    }
                    if (outside && taken) {
                        return Containers.place(kind, i, "ports/" + j + "/hostPort");
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String hostPorts(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode ports = containers.get(i).path("ports");
                if (!Containers.isList(ports)) {
                    return Containers.place(kind, i, "ports");
                }
                for (int j = 0; j < ports.size(); j++) {
                    JsonNode port = ports.get(j);
                    if (!port.isObject() || !Values.isZeroOrAbsent(port.get("hostPort"))) {
                        return Containers.place(kind, i, "ports/" + j + "/hostPort");
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String hostProcess(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode options = containers.get(i).path("securityContext").path("windowsOptions");
                if (!Containers.isMap(options) || !Values.isFalseOrAbsent(options.get("hostProcess"))) {
                    return Containers.place(kind, i, "securityContext/windowsOptions/hostProcess");
                }
            }
        }
        return null;
    }

    private static @Nullable String privileged(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode privileged = containers.get(i).path("securityContext").get("privileged");
                if (!Values.isFalseOrAbsent(privileged)) {
                    return Containers.place(kind, i, "securityContext/privileged");
                }
            }
        }
        return null;
    }

    private static @Nullable String procMount(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode mount = containers.get(i).path("securityContext").get("procMount");
                if (mount != null && !"Default".equals(mount.textValue())) {
                    return Containers.place(kind, i, "securityContext/procMount");
                }
            }
        }
        return null;
    }

    private static @Nullable String seLinuxType(JsonNode spec) {
        if (!isSeLinuxType(spec.path("securityContext").path("seLinuxOptions"))) {
            return "/spec/securityContext/seLinuxOptions/type";
        }
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                if (!isSeLinuxType(containers.get(i).path("securityContext").path("seLinuxOptions"))) {
                    return Containers.place(kind, i, "securityContext/seLinuxOptions/type");
                }
            }
        }
        return null;
    }

    private static boolean isSeLinuxType(JsonNode options) {
        JsonNode type = options.get("type");
        return Containers.isMap(options) && (type == null || Values.isAmong(SELINUX_TYPES, type));
    }

    private static @Nullable String seLinuxUserAndRole(JsonNode spec) {
        if (!isWithoutUserAndRole(spec.path("securityContext").path("seLinuxOptions"))) {
            return "/spec/securityContext/seLinuxOptions";
        }
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                if (!isWithoutUserAndRole(
                        containers.get(i).path("securityContext").path("seLinuxOptions"))) {
                    return Containers.place(kind, i, "securityContext/seLinuxOptions");
                }
            }
        }
        return null;
    }

    private static boolean isWithoutUserAndRole(JsonNode options) {
        return Containers.isMap(options) && !options.has("user") && !options.has("role");
    }

    private static @Nullable String appArmor(JsonNode pod) {
        JsonNode annotations = pod.path("metadata").path("annotations");
        for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
            if (annotation.getKey().startsWith(APPARMOR) && !isAppArmorProfile(annotation.getValue())) {
                return "/metadata/annotations/" + annotation.getKey().replace("/", "~1");
            }
        }
        return null;
    }

    private static boolean isAppArmorProfile(JsonNode profile) {
        String text = profile.textValue();
        return text != null && (text.equals("runtime/default") || text.startsWith("localhost/"));
    }

    private static @Nullable String seccomp(JsonNode spec) {
        if (!isSeccompProfile(spec.path("securityContext").path("seccompProfile"))) {
            return "/spec/securityContext/seccompProfile/type";
        }
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                if (!isSeccompProfile(containers.get(i).path("securityContext").path("seccompProfile"))) {
                    return Containers.place(kind, i, "securityContext/seccompProfile/type");
                }
            }
        }
        return null;
    }

    private static boolean isSeccompProfile(JsonNode profile) {
        JsonNode type = profile.get("type");
        return Containers.isMap(profile) && (type == null || Values.isSeccompType(type));
    }

    private static @Nullable String sysctls(JsonNode spec) {
        JsonNode sysctls = spec.path("securityContext").path("sysctls");
        if (!Containers.isList(sysctls)) {
            return "/spec/securityContext/sysctls";
        }
        for (int i = 0; i < sysctls.size(); i++) {
            JsonNode name = sysctls.get(i).get("name");
            if (!sysctls.get(i).isObject() || (name != null && !Values.isAmong(SYSCTLS, name))) {
                return "/spec/securityContext/sysctls/" + i + "/name";
            }
        }
        return null;
    }
}
