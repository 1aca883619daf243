package io.ephor.patches.merge;

import io.ephor.patches.merge.DraftKey.Kind;

/** Whether there is an anchor anywhere in a part of a patch. */
final class Anchors {
    private Anchors() {}

    /** {@return whether there is any anchor, or a text that looks like a condition} */
    static boolean anyIn(Draft draft) {
        return in(draft, false);
    }

    /** {@return whether there is a global anchor, or a text that looks like a condition of any kind} */
    static boolean globalIn(Draft draft) {
        return in(draft, true);
    }

    private static boolean in(Draft draft, boolean globalOnly) {
        if (draft instanceof Draft.Mapping mapping) {
            for (Draft.Entry entry : mapping.entries()) {
                Kind kind = entry.key().kind();
                boolean counts = globalOnly ? kind == Kind.GLOBAL : kind != Kind.PLAIN;
                if (counts || in(entry.value(), globalOnly)) {
                    return true;
                }
            }
            return false;
        }
        if (draft instanceof Draft.Sequence sequence) {
            for (Draft element : sequence.elements()) {
                if (in(element, globalOnly)) {
                    return true;
                }
            }
            return false;
        }
        return draft instanceof Draft.Scalar scalar
                && scalar.value().isTextual()
                && DraftKey.looksLikeCondition(scalar.value().textValue());
    }
}
