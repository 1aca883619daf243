package io.ephor.engine.read.shape;

/** The shapes of the {@code generate} body. */
final class GenerateShapes {
    private GenerateShapes() {}

    static Shape generate(ShapeWords words) {
        Shape loop = generated(words)
                .texts("list")
                .field("context", ContextShapes.context(words))
                .field("preconditions", ContextShapes.loopPreconditions(words))
                .shape();
        return generated(words)
                .truths("generateExisting", "synchronize", "orphanDownstreamOnPolicyDelete")
                .field("foreach", words.listOf(loop))
                .shape();
    }

    private static ShapeWords.Fields generated(ShapeWords words) {
        Shape cloneList = words.object()
                .texts("namespace")
                .field("kinds", words.texts())
                .field("selector", MatchShapes.selector(words))
                .shape();
        return words.object()
                .texts("apiVersion", "kind", "namespace", "name", "uid")
                .anything("data")
                .field("clone", words.object().texts("namespace", "name").shape())
                .field("cloneList", cloneList);
    }
}
