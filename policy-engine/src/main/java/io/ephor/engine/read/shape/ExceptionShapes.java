package io.ephor.engine.read.shape;

import java.util.List;

/**
 * The shape of {@code PolicyException}, which is the same in both of its versions.
 *
 * <p>Kyverno: {@code config/crds/kyverno/kyverno.io_policyexceptions.yaml}
 */
public final class ExceptionShapes {
    /** The shape of an exception. */
    public static final ObjectShape EXCEPTION = exception(ShapeWords.STRICT);

    private ExceptionShapes() {}

    /** {@return the versions of the group {@code kyverno.io} in which an exception can be written} */
    public static List<String> versions() {
        return List.of("v2", "v2beta1");
    }

    private static ObjectShape exception(ShapeWords words) {
        Shape excepted = words.object()
                .requiredTexts("policyName")
                .required("ruleNames", words.texts())
                .shape();
        Shape spec = words.object()
                .truths("background")
                .required("match", MatchShapes.match(words, PolicyShapes.ApiVersion.V2BETA1))
                .field("conditions", ContextShapes.ruleConditions(PolicyShapes.ApiVersion.V2BETA1))
                .required("exceptions", words.listOf(excepted))
                .field("podSecurity", words.listOf(ValidateShapes.exclude(words)))
                .shape();
        return words.object()
                .texts("apiVersion", "kind")
                .required("metadata", MetadataShapes.metadata())
                .required("spec", spec)
                .shape();
    }
}
