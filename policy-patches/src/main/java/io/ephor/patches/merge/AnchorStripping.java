package io.ephor.patches.merge;

import java.util.List;

/**
 * Takes conditions off a patch once they are met, and with them everything that is empty then.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/strategicPreprocessing.go}, deleteConditionElements
 */
final class AnchorStripping {
    private final Budget budget;

    AnchorStripping(Budget budget) {
        this.budget = budget;
    }

    /** Strips a whole patch, whose own conditions keep their anchors where their values stay. */
    void stripRoot(Draft root) {
        if (!(root instanceof Draft.Mapping mapping)) {
            boolean nothing = root instanceof Draft.Scalar scalar && scalar.isNull();
            if (nothing) {
                return;
            }
            throw MergeFault.wrongKind("MappingNode", root.kindName(), FlowText.of(root.toJson()));
        }
        for (Draft.Entry entry : mapping.snapshot()) {
            String key = entry.key().text();
            Draft.Entry first = mapping.find(key);
            if (first != null && strip(first.value(), entry.key().isCondition())) {
                mapping.clear(key);
            }
        }
    }

    /**
     * Strips a part of a patch.
     *
     * @param scalarsGo whether a scalar has done its duty
     * @return whether nothing is left of it
     */
    boolean strip(Draft draft, boolean scalarsGo) {
        budget.spend();
        if (draft instanceof Draft.Mapping mapping) {
            return stripMapping(mapping);
        }
        if (draft instanceof Draft.Sequence sequence) {
            return stripSequence(sequence);
        }
        return scalarsGo;
    }

    private boolean stripMapping(Draft.Mapping mapping) {
        if (stripConditions(mapping)) {
            for (Draft.Entry entry : mapping.snapshot()) {
                Draft.Entry found =
                        entry.key().isCondition() ? mapping.find(entry.key().canonical()) : null;
                if (found != null) {
                    found.rename(entry.key().bare());
                }
            }
        }
        boolean empty = true;
        for (Draft.Entry entry : mapping.snapshot()) {
            String key = entry.key().text();
            Draft.Entry first = mapping.find(key);
            if (first != null && strip(first.value(), false)) {
                mapping.clear(key);
            } else {
                empty = false;
            }
        }
        return empty;
    }

    /** Strips the values of conditions; says whether something is left of one. */
    private boolean stripConditions(Draft.Mapping mapping) {
        boolean left = false;
        for (Draft.Entry entry : mapping.snapshot()) {
            if (!entry.key().isCondition()) {
                continue;
            }
            String written = entry.key().canonical();
            Draft.Entry found = mapping.find(written);
            if (found == null) {
                throw new MergeFault(
                        "blanks around the anchor in the key `" + entry.key().text() + "`");
            }
            if (strip(found.value(), true)) {
                mapping.clear(written);
            } else {
                left = true;
            }
        }
        return left;
    }

    private boolean stripSequence(Draft.Sequence sequence) {
        List<Draft> elements = sequence.elements();
        List<Draft> before = List.copyOf(elements);
        for (int i = 0; i < before.size(); i++) {
            Draft element = before.get(i);
            if (Anchors.anyIn(element) || strip(element, false)) {
                // INVARIANT: the position of before; the reference does not count what it removed already
                remove(elements, i);
            }
        }
        return elements.isEmpty() && !before.isEmpty();
    }

    private static void remove(List<Draft> elements, int position) {
        if (position >= elements.size()) {
            throw new MergeFault(
                    "several anchored elements in one list of the patch concern no element of the resource");
        }
        elements.remove(position);
    }
}
