package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The Pod Security Standards as the 18 policies ask for them, one check per rule. The operation of the request, which
 * some rules ask for, is taken to be none that deletes.
 */
final class PodSecurityFloor implements Floor {
    @Override
    public @Nullable String violation(JsonNode pod) {
        if (!Floor.isPod(pod)) {
            return null;
        }
        JsonNode spec = pod.path("spec");
        String violation = Containers.malformed(spec);
        if (violation == null) {
            violation = BaselineFloor.violation(pod, spec);
        }
        return violation == null ? RestrictedFloor.violation(spec) : violation;
    }
}
