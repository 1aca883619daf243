package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** No container of any kind is privileged. */
final class PrivilegedFloor implements Floor {
    @Override
    public @Nullable String violation(JsonNode pod) {
        if (!Floor.isPod(pod)) {
            return null;
        }
        JsonNode spec = pod.path("spec");
        String violation = privileged(spec.get("ephemeralContainers"), "/spec/ephemeralContainers/");
        if (violation == null) {
            violation = privileged(spec.get("initContainers"), "/spec/initContainers/");
        }
        if (violation == null) {
            JsonNode containers = spec.get("containers");
            violation = containers == null ? "/spec/containers" : privileged(containers, "/spec/containers/");
        }
        return violation;
    }

    private static @Nullable String privileged(@Nullable JsonNode containers, String place) {
        if (containers == null) {
            return null;
        }
        if (!containers.isArray()) {
            return place;
        }
        for (int i = 0; i < containers.size(); i++) {
            JsonNode context = containers.get(i).get("securityContext");
            JsonNode privileged = context == null ? null : context.get("privileged");
            if (privileged != null && !isFalse(privileged)) {
                return place + i + "/securityContext/privileged";
            }
        }
        return null;
    }

    private static boolean isFalse(JsonNode privileged) {
        return privileged.isTextual()
                ? privileged.textValue().equals("false")
                : privileged.isBoolean() && !privileged.booleanValue();
    }
}
