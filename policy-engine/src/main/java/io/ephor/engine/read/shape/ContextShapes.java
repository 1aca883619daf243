package io.ephor.engine.read.shape;

/** The shapes of context entries and of conditions. */
final class ContextShapes {
    private ContextShapes() {}

    static Shape context(ShapeWords words) {
        Shape variable =
                words.object().texts("jmesPath").anything("value", "default").shape();
        Shape configMap =
                words.object().requiredTexts("name").texts("namespace").shape();
        Shape global = words.object().requiredTexts("name").texts("jmesPath").shape();
        Shape registry = words.object()
                .requiredTexts("reference")
                .texts("jmesPath")
                .field("imageRegistryCredentials", registryCredentials(words))
                .shape();
        Shape entry = words.object()
                .requiredTexts("name")
                .field("variable", variable)
                .field("configMap", configMap)
                .field("apiCall", apiCall(words))
                .field("imageRegistry", registry)
                .field("globalReference", global)
                .exactlyOneOf("configMap", "apiCall", "imageRegistry", "variable", "globalReference")
                .shape();
        return words.listOf(entry);
    }

    private static Shape apiCall(ShapeWords words) {
        Shape header = words.object().requiredTexts("key", "value").shape();
        Shape service = words.object()
                .requiredTexts("url")
                .texts("caBundle")
                .field("headers", words.listOf(header))
                .shape();
        Shape data = words.object()
                .requiredTexts("key")
                .required("value", words.any())
                .shape();
        return words.object()
                .texts("urlPath", "jmesPath")
                .defaulted("method", words.oneOf("GET", "POST"), "GET")
                .field("data", words.listOf(data))
                .field("service", service)
                .anything("default")
                .shape();
    }

    static Shape registryCredentials(ShapeWords words) {
        return words.object()
                .truths("allowInsecureRegistry")
                .field("providers", words.listOf(words.oneOf("default", "amazon", "azure", "google", "github")))
                .field("secrets", words.texts())
                .shape();
    }

    /** Conditions that the schema leaves open: a list, or a map with {@code any} and {@code all}. */
    static Shape openConditions() {
        ShapeWords words = ShapeWords.LENIENT;
        ListShape list = words.listOf(condition(words, words.text()));
        ObjectShape map = words.object().field("any", list).field("all", list).shape();
        return new EitherShape(list, map);
    }

    /** The conditions of a rule: version v1 leaves them open, v2beta1 has one form, without the deprecated operators. */
    static Shape ruleConditions(PolicyShapes.ApiVersion version) {
        if (version == PolicyShapes.ApiVersion.V1) {
            return openConditions();
        }
        ShapeWords words = ShapeWords.STRICT;
        Shape operator = words.oneOf(
                "Equals",
                "NotEquals",
                "AnyIn",
                "AllIn",
                "AnyNotIn",
                "AllNotIn",
                "GreaterThanOrEquals",
                "GreaterThan",
                "LessThanOrEquals",
                "LessThan",
                "DurationGreaterThanOrEquals",
                "DurationGreaterThan",
                "DurationLessThanOrEquals",
                "DurationLessThan");
        ListShape list = words.listOf(condition(words, operator));
        return words.object().field("any", list).field("all", list).shape();
    }

    /** A map with {@code any} and {@code all}, as the elements of attestations have it. */
    static ShapeWords.Fields anyAll(ShapeWords words) {
        Shape operator = words.oneOf(
                "Equals",
                "NotEquals",
                "In",
                "AnyIn",
                "AllIn",
                "NotIn",
                "AnyNotIn",
                "AllNotIn",
                "GreaterThanOrEquals",
                "GreaterThan",
                "LessThanOrEquals",
                "LessThan",
                "DurationGreaterThanOrEquals",
                "DurationGreaterThan",
                "DurationLessThanOrEquals",
                "DurationLessThan");
        ListShape list = words.listOf(condition(words, operator));
        return words.object().field("any", list).field("all", list);
    }

    /** The preconditions of a loop: a map whose unknown fields the schema keeps. */
    static Shape loopPreconditions(ShapeWords words) {
        return anyAll(words).open().shape();
    }

    private static Shape condition(ShapeWords words, Shape operator) {
        return words.object()
                .anything("key", "value")
                .field("operator", operator)
                .texts("message")
                .shape();
    }
}
