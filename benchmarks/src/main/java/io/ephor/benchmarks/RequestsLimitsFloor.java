package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Every container states requests and limits for memory and CPU. */
final class RequestsLimitsFloor implements Floor {
    @Override
    public @Nullable String violation(JsonNode pod) {
        if (!Floor.isPod(pod)) {
            return null;
        }
        JsonNode containers = pod.path("spec").path("containers");
        if (!containers.isArray()) {
            return "/spec/containers";
        }
        for (int i = 0; i < containers.size(); i++) {
            JsonNode resources = containers.get(i).path("resources");
            if (!isComplete(resources.path("requests")) || !isComplete(resources.path("limits"))) {
                return "/spec/containers/" + i + "/resources";
            }
        }
        return null;
    }

    private static boolean isComplete(JsonNode amounts) {
        return isPresent(amounts.get("memory")) && isPresent(amounts.get("cpu"));
    }

    private static boolean isPresent(@Nullable JsonNode amount) {
        return amount != null
                && (amount.isTextual() ? !amount.textValue().isEmpty() : amount.isNumber() || amount.isBoolean());
    }
}
