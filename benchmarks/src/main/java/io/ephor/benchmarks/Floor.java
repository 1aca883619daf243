package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one policy asks, written by hand over {@link JsonNode}: the least work that any engine on this tree must do. A
 * floor says the place of the first violation, or null, and allocates nothing on a pass.
 */
interface Floor {
    @Nullable
    String violation(JsonNode pod);

    /** Says whether the policy concerns the resource at all. */
    static boolean isPod(JsonNode resource) {
        JsonNode kind = resource.get("kind");
        return kind != null && "Pod".equals(kind.textValue());
    }
}
