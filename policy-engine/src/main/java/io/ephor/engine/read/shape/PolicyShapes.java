package io.ephor.engine.read.shape;

import java.util.List;

/**
 * The shapes of {@code ClusterPolicy} and {@code Policy}, which are the same, in both of their versions.
 *
 * <p>Kyverno: {@code config/crds/kyverno/kyverno.io_clusterpolicies.yaml}, and {@code api/kyverno/v1} where the schema
 * leaves a field open.
 */
public final class PolicyShapes {
    private static final ObjectShape V1 = policy(ApiVersion.V1);
    private static final ObjectShape V2BETA1 = policy(ApiVersion.V2BETA1);

    private PolicyShapes() {}

    /** The versions in which a policy can be written. */
    enum ApiVersion {
        V1,
        V2BETA1
    }

    /** {@return the versions of the group {@code kyverno.io} that have shapes} */
    public static List<String> versions() {
        return List.of("v1", "v2beta1");
    }

    /** {@return the shape of a policy in a version of {@link #versions()}} */
    public static ObjectShape ofVersion(String version) {
        return switch (version) {
            case "v1" -> V1;
            case "v2beta1" -> V2BETA1;
            default -> throw new IllegalArgumentException("no shape for version " + version);
        };
    }

    private static ObjectShape policy(ApiVersion version) {
        ShapeWords words = ShapeWords.STRICT;
        ObjectShape rule = new RuleShapes(version).rule();
        return words.object()
                .texts("apiVersion", "kind")
                .required("metadata", MetadataShapes.metadata())
                .required("spec", spec(words, rule))
                .field("status", status(words))
                .shape();
    }

    private static Shape spec(ShapeWords words, ObjectShape rule) {
        return words.object()
                .truth("admission", true)
                .truth("background", true)
                .truth("emitWarning", false)
                .defaulted("validationFailureAction", MatchShapes.anyCaseAction(words), "Audit")
                .field("validationFailureActionOverrides", words.listOf(MatchShapes.actionOverride(words)))
                .field("rules", words.listOf(rule))
                .field("applyRules", words.oneOf("All", "One"))
                .field("failurePolicy", words.oneOf("Ignore", "Fail"))
                .truths("generateExisting", "generateExistingOnPolicyUpdate", "mutateExistingOnPolicyUpdate")
                .truths("schemaValidation", "useServerSideApply")
                .field("webhookTimeoutSeconds", words.integer())
                .field("webhookConfiguration", webhook(words))
                .shape();
    }

    private static Shape webhook(ShapeWords words) {
        return words.object()
                .field("failurePolicy", words.oneOf("Ignore", "Fail"))
                .field("timeoutSeconds", words.integer())
                .field("matchConditions", words.listOf(RuleShapes.namedExpression(words)))
                .shape();
    }

    /** The status of both versions carries derived rules of version v1. */
    private static Shape status(ShapeWords words) {
        ObjectShape rule = new RuleShapes(ApiVersion.V1).rule();
        Shape condition = words.object()
                .requiredTexts("lastTransitionTime", "message", "reason", "type")
                .required("status", words.oneOf("True", "False", "Unknown"))
                .field("observedGeneration", words.longInteger())
                .shape();
        Shape counts = words.object()
                .required("generate", words.integer())
                .required("mutate", words.integer())
                .required("validate", words.integer())
                .required("verifyimages", words.integer())
                .shape();
        Shape admissionPolicy = words.object()
                .required("generated", words.truth())
                .requiredTexts("message")
                .shape();
        return words.object()
                .field(
                        "autogen",
                        words.object().field("rules", words.listOf(rule)).shape())
                .field("conditions", words.listOf(condition))
                .truths("ready")
                .field("rulecount", counts)
                .field("validatingadmissionpolicy", admissionPolicy)
                .shape();
    }
}
