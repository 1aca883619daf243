package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A patch whose anchors are resolved for one resource. Immutable.
 *
 * @param patch what is merged, without anchors
 * @param unmet the condition that the resource does not meet, as the reference says it; null when it meets all
 */
public record ResolvedPatch(JsonNode patch, @Nullable String unmet) {}
