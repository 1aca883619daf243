package io.ephor.patches.merge;

import io.ephor.patterns.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A key of a patch, and what its anchor asks for. Only three anchors mean something in a patch; the others are ordinary
 * keys and end up in the resource.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/strategicPreprocessing.go}
 *
 * @param text the key as it is written
 * @param kind what it asks for
 * @param bare the key without the anchor
 */
record DraftKey(String text, Kind kind, String bare) {
    enum Kind {
        /** No anchor, or one that means nothing here. */
        PLAIN,
        /** {@code (key)} */
        CONDITION,
        /** {@code <(key)} */
        GLOBAL,
        /** {@code +(key)} */
        ADDITION
    }

    static DraftKey of(String text) {
        Anchor anchor = Anchor.parse(text);
        Kind kind = kind(anchor);
        return anchor == null || kind == Kind.PLAIN
                ? new DraftKey(text, Kind.PLAIN, text)
                : new DraftKey(text, kind, anchor.key());
    }

    /** {@return whether the key asks something of the resource} */
    boolean isCondition() {
        return kind == Kind.CONDITION || kind == Kind.GLOBAL;
    }

    boolean isAnchored() {
        return kind != Kind.PLAIN;
    }

    /** {@return the key as its anchor prints} The reference finds an anchored key by this text, and not at all if there are blanks around it. */
    String canonical() {
        return switch (kind) {
            case PLAIN -> text;
            case CONDITION -> "(" + bare + ")";
            case GLOBAL -> "<(" + bare + ")";
            case ADDITION -> "+(" + bare + ")";
        };
    }

    /** {@return whether a text reads like a condition: such a value makes the element of a list that holds it a condition} */
    static boolean looksLikeCondition(String text) {
        Kind kind = kind(Anchor.parse(text));
        return kind == Kind.CONDITION || kind == Kind.GLOBAL;
    }

    private static Kind kind(@Nullable Anchor anchor) {
        if (anchor == null) {
            return Kind.PLAIN;
        }
        return switch (anchor.modifier()) {
            case CONDITIONAL -> Kind.CONDITION;
            case GLOBAL -> Kind.GLOBAL;
            case ADDITION -> Kind.ADDITION;
            case EQUALITY, NEGATION, EXISTENCE -> Kind.PLAIN;
        };
    }
}
