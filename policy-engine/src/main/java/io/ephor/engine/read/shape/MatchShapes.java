package io.ephor.engine.read.shape;

/** The shapes of {@code match}, {@code exclude} and of what else selects resources. */
final class MatchShapes {
    private MatchShapes() {}

    static Shape match(ShapeWords words, PolicyShapes.ApiVersion version) {
        Shape filters = words.listOf(filter(words.object(), words).shape());
        ShapeWords.Fields match = words.object().field("any", filters).field("all", filters);
        if (version == PolicyShapes.ApiVersion.V1) {
            filter(match, words);
        }
        return match.atMostOneOf("any", "all").shape();
    }

    private static ShapeWords.Fields filter(ShapeWords.Fields fields, ShapeWords words) {
        return fields.field("resources", resources(words))
                .field("subjects", words.listOf(subject(words)))
                .field("roles", words.texts())
                .field("clusterRoles", words.texts());
    }

    private static Shape resources(ShapeWords words) {
        return words.object()
                .field("kinds", words.texts())
                .texts("name")
                .field("names", words.texts())
                .field("namespaces", words.texts())
                .field("annotations", words.textMap())
                .field("selector", selector(words))
                .field("namespaceSelector", selector(words))
                .field("operations", words.listOf(words.oneOf("CREATE", "CONNECT", "UPDATE", "DELETE")))
                .atMostOneOf("name", "names")
                .shape();
    }

    private static Shape subject(ShapeWords words) {
        return words.object()
                .requiredTexts("kind", "name")
                .texts("apiGroup", "namespace")
                .shape();
    }

    static Shape selector(ShapeWords words) {
        Shape expression = words.object()
                .requiredTexts("key", "operator")
                .field("values", words.texts())
                .shape();
        return words.object()
                .field("matchLabels", words.textMap())
                .field("matchExpressions", words.listOf(expression))
                .shape();
    }

    static Shape anyCaseAction(ShapeWords words) {
        return words.oneOf("audit", "enforce", "Audit", "Enforce");
    }

    static Shape actionOverride(ShapeWords words) {
        return words.object()
                .field("action", anyCaseAction(words))
                .field("namespaces", words.texts())
                .field("namespaceSelector", selector(words))
                .shape();
    }
}
