package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cleanup policy as written: checked for its shape. Never written to.
 *
 * @param kind the kind of the document
 * @param name the name of the policy
 * @param namespace its namespace; empty for a policy of the whole cluster
 * @param annotations the annotations in the order of the document
 * @param spec the {@code spec}
 */
public record CleanupDefinition(
        String kind, String name, String namespace, Map<String, String> annotations, JsonNode spec) {
    /** The kind of the policies of a namespace. */
    public static final String NAMESPACED_KIND = "CleanupPolicy";

    /** The kind of the policies of the whole cluster. */
    public static final String CLUSTER_KIND = "ClusterCleanupPolicy";

    /** Copies the annotations. */
    public CleanupDefinition {
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }
}
