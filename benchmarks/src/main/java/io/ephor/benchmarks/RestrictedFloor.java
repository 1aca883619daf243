package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The six policies of the level {@code restricted}, on a Pod whose containers are well-formed. */
final class RestrictedFloor {
    private static final Set<String> CAPABILITIES = Set.of("NET_BIND_SERVICE", "");
    private static final Set<String> VOLUME_FIELDS = Set.of(
            "name",
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret",
            "");

    private RestrictedFloor() {}

    static @Nullable String violation(JsonNode spec) {
        String violation = droppedCapabilities(spec);
        violation = violation == null ? addedCapabilities(spec) : violation;
        violation = violation == null ? privilegeEscalation(spec) : violation;
        violation = violation == null ? runAsUser(spec) : violation;
        violation = violation == null ? runAsNonRoot(spec) : violation;
        violation = violation == null ? seccomp(spec) : violation;
        return violation == null ? volumeTypes(spec) : violation;
    }

    private static @Nullable String droppedCapabilities(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                if (!holdsAll(containers
                        .get(i)
                        .path("securityContext")
                        .path("capabilities")
                        .path("drop"))) {
                    return Containers.place(kind, i, "securityContext/capabilities/drop");
                }
            }
        }
        return null;
    }

    private static boolean holdsAll(JsonNode dropped) {
        for (int i = 0; i < dropped.size(); i++) {
            if ("ALL".equals(dropped.path(i).textValue())) {
                return true;
            }
        }
        return false;
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

    private static @Nullable String privilegeEscalation(JsonNode spec) {
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode allowed = containers.get(i).path("securityContext").path("allowPrivilegeEscalation");
                if (!Values.isFalse(allowed)) {
                    return Containers.place(kind, i, "securityContext/allowPrivilegeEscalation");
                }
            }
        }
        return null;
    }

    private static @Nullable String runAsUser(JsonNode spec) {
        JsonNode shared = spec.path("securityContext").get("runAsUser");
        if (shared != null && !Values.isPositive(shared)) {
            return "/spec/securityContext/runAsUser";
        }
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode user = containers.get(i).path("securityContext").get("runAsUser");
                if (user != null && !Values.isPositive(user)) {
                    return Containers.place(kind, i, "securityContext/runAsUser");
                }
            }
        }
        return null;
    }

    /** Where the Pod itself says it, its containers need not; but none may say otherwise. */
    private static @Nullable String runAsNonRoot(JsonNode spec) {
        boolean shared = Values.isTrue(spec.path("securityContext").path("runAsNonRoot"));
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode nonRoot = containers.get(i).path("securityContext").get("runAsNonRoot");
                if (nonRoot == null ? !shared : !Values.isTrue(nonRoot)) {
                    return Containers.place(kind, i, "securityContext/runAsNonRoot");
                }
            }
        }
        return null;
    }

    /** Where the Pod itself has a profile, its containers need none; but none may have another. */
    private static @Nullable String seccomp(JsonNode spec) {
        boolean shared = Values.isSeccompType(
                spec.path("securityContext").path("seccompProfile").path("type"));
        for (String kind : Containers.KINDS) {
            JsonNode containers = spec.path(kind);
            for (int i = 0; i < containers.size(); i++) {
                JsonNode profile = containers.get(i).path("securityContext").path("seccompProfile");
                JsonNode type = profile.get("type");
                if (!Containers.isMap(profile) || (type == null ? !shared : !Values.isSeccompType(type))) {
                    return Containers.place(kind, i, "securityContext/seccompProfile/type");
                }
            }
        }
        return null;
    }

    private static @Nullable String volumeTypes(JsonNode spec) {
        JsonNode volumes = spec.path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            for (Map.Entry<String, JsonNode> field : volumes.path(i).properties()) {
                if (!VOLUME_FIELDS.contains(field.getKey())) {
                    return Containers.place("volumes", i, field.getKey());
                }
            }
        }
        return null;
    }
}
