package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the wildcard keys under labels and annotations in one pass. For one thread, thrown away
 * afterwards.
 *
 * <p>Kyverno writes expanded keys into the pattern itself, so that what the first element of a list made of them stays
 * for the elements after it.
 */
final class Expansions {
    /** For patterns in which nothing can be expanded. */
    static final Expansions NONE = new Expansions();

    // most patterns have one map of this kind at most
    private @Nullable TagNode first;
    private @Nullable ExpandedTag firstExpanded;
    private @Nullable IdentityHashMap<TagNode, ExpandedTag> others;
    private boolean speakOfSkip;

    Expansions() {}

    /** Returns the node that stands for a map of labels or annotations now. */
    Node current(TagNode tag) {
        ExpandedTag current = expanded(tag);
        return current == null ? tag.written() : current.node();
    }

    private @Nullable ExpandedTag expanded(TagNode tag) {
        if (tag == first) {
            return firstExpanded;
        }
        return others == null ? null : others.get(tag);
    }

    private void put(TagNode tag, ExpandedTag made) {
        if (first == null || first == tag) {
            first = tag;
            firstExpanded = made;
        } else {
            others = others == null ? new IdentityHashMap<>(2) : others;
            others.put(tag, made);
        }
    }

    /** Whether the words that mean a skip came into a key, so that the text of any mismatch may contain them. */
    boolean speakOfSkip() {
        return speakOfSkip;
    }

    /** Expands the keys against the labels or annotations of a value. */
    void expand(TagNode tag, JsonNode valueTag) {
        ExpandedTag current = expanded(tag);
        ExpandedTag made = (current == null ? tag.unexpanded() : current).by(valueTag);
        if (made != current) {
            put(tag, made);
            speakOfSkip |= made.speaksOfSkip();
        }
    }
}
