package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Every image has a tag, and none is {@code latest}: two rules, checked in one walk. */
final class LatestTagFloor implements Floor {
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
            JsonNode image = containers.get(i).get("image");
            if (image == null || !image.isTextual() || isMutable(image.textValue())) {
                return "/spec/containers/" + i + "/image";
            }
        }
        return null;
    }

    private static boolean isMutable(String image) {
        return image.indexOf(':') < 0 || image.endsWith(":latest");
    }
}
