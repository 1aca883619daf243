package io.ephor.engine.match;

/**
 * {@code namespaceSelector}: on the labels of the namespace of the object; where they are not known, and for objects of
 * the cluster, on no labels. For a Namespace it never holds in a rule and doesn't count in a statement.
 *
 * @param selector the selector
 * @param use where the filter stands
 * @param namesEveryKind whether the kinds of the filter contain {@code *} itself; then the selector counts for an object
 *     without a kind, too
 */
record NamespaceSelectorPart(CompiledSelector selector, FilterUse use, boolean namesEveryKind) implements FilterPart {
    @Override
    public boolean holds(MatchRequest request) {
        String kind = request.objectKind();
        if (kind.equals("Namespace")) {
            return use.isStatement();
        }
        if (kind.isEmpty() && (use.isStatement() || !namesEveryKind)) {
            return true;
        }
        return selector.selects(request.namespaceLabels());
    }

    @Override
    public String mismatch(MatchRequest request) {
        if (request.objectKind().equals("Namespace")) {
            return "namespace selector is not applicable for namespace resource";
        }
        String fault = selector.fault(request.namespaceLabels());
        if (fault != null) {
            return "failed to parse namespace selector: " + fault;
        }
        return use.isStatement() ? "namespace selector does not match" : "namespace selector does not match labels";
    }

    @Override
    public String field() {
        return "namespaceSelector";
    }
}
