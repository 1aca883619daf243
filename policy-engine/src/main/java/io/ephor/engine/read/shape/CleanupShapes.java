package io.ephor.engine.read.shape;

import java.util.List;

/**
 * The shape of {@code CleanupPolicy} and {@code ClusterCleanupPolicy}, which are the same, in both of their versions.
 *
 * <p>Kyverno: {@code config/crds/kyverno/kyverno.io_cleanuppolicies.yaml}
 */
public final class CleanupShapes {
    /** The shape of a cleanup policy. */
    public static final ObjectShape CLEANUP = cleanup(ShapeWords.STRICT);

    private CleanupShapes() {}

    /** {@return the versions of the group {@code kyverno.io} in which a cleanup policy can be written} */
    public static List<String> versions() {
        return List.of("v2", "v2beta1");
    }

    private static ObjectShape cleanup(ShapeWords words) {
        Shape match = MatchShapes.match(words, PolicyShapes.ApiVersion.V2BETA1);
        Shape spec = words.object()
                .field("context", ContextShapes.context(words))
                .required("match", match)
                .field("exclude", match)
                .requiredTexts("schedule")
                .field("conditions", ContextShapes.ruleConditions(PolicyShapes.ApiVersion.V2BETA1))
                .field("deletionPropagationPolicy", words.oneOf("Foreground", "Background", "Orphan"))
                .shape();
        Shape status =
                words.object().anything("conditions").texts("lastExecutionTime").shape();
        return words.object()
                .texts("apiVersion", "kind")
                .required("metadata", MetadataShapes.metadata())
                .required("spec", spec)
                .field("status", status)
                .shape();
    }
}
