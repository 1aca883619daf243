package io.ephor.engine.read.shape;

/** The shapes of the {@code mutate} body. */
final class MutateShapes {
    private MutateShapes() {}

    static Shape mutate(ShapeWords words) {
        Shape nested = loopFields(ShapeWords.LENIENT).listOfSelf("foreach").shape();
        Shape loop = loopFields(words).field("foreach", words.listOf(nested)).shape();
        return words.object()
                .truths("mutateExistingOnPolicyUpdate")
                .field("targets", words.listOf(target(words)))
                .anything("patchStrategicMerge")
                .texts("patchesJson6902")
                .field("foreach", words.listOf(loop))
                .shape();
    }

    private static ShapeWords.Fields loopFields(ShapeWords words) {
        return words.object()
                .texts("list")
                .field("order", words.oneOf("Ascending", "Descending"))
                .field("context", ContextShapes.context(words))
                .field("preconditions", ContextShapes.loopPreconditions(words))
                .anything("patchStrategicMerge")
                .texts("patchesJson6902");
    }

    private static Shape target(ShapeWords words) {
        return words.object()
                .texts("apiVersion", "kind", "namespace", "name", "uid")
                .field("selector", MatchShapes.selector(words))
                .field("context", ContextShapes.context(words))
                .field("preconditions", ContextShapes.openConditions())
                .shape();
    }
}
