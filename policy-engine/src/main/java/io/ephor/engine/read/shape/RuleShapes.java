package io.ephor.engine.read.shape;

/** The shapes of a rule and of its bodies. */
final class RuleShapes {
    private final PolicyShapes.ApiVersion version;
    private final ShapeWords words = ShapeWords.STRICT;

    RuleShapes(PolicyShapes.ApiVersion version) {
        this.version = version;
    }

    ObjectShape rule() {
        Shape extractor = words.object()
                .requiredTexts("path")
                .texts("value", "name", "key", "jmesPath")
                .shape();
        return words.object()
                .required("name", words.textUpTo(63))
                .required("match", MatchShapes.match(words, version))
                .field("exclude", MatchShapes.match(words, version))
                .field("context", ContextShapes.context(words))
                .field("preconditions", ContextShapes.ruleConditions(version))
                .field("celPreconditions", words.listOf(namedExpression(words)))
                .field("validate", new ValidateShapes(version).validate())
                .field("mutate", MutateShapes.mutate(words))
                .field("generate", GenerateShapes.generate(words))
                .field("verifyImages", words.listOf(new ImageShapes(version).verification()))
                .field("imageExtractors", words.mapOf(words.listOf(extractor)))
                .field("reportProperties", words.textMap())
                .truth("skipBackgroundRequests", true)
                .shape();
    }

    static Shape namedExpression(ShapeWords words) {
        return words.object().requiredTexts("name", "expression").shape();
    }
}
