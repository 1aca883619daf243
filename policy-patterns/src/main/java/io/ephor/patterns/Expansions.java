package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;

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

    private final IdentityHashMap<TagNode, ExpandedTag> expanded = new IdentityHashMap<>(0);
    private boolean speakOfSkip;

    Expansions() {}

    /** Returns the node that stands for a map of labels or annotations now. */
    Node current(TagNode tag) {
        ExpandedTag current = expanded.get(tag);
        return current == null ? tag.written() : current.node();
    }

    /** Whether the words that mean a skip came into a key, so that the text of any mismatch may contain them. */
    boolean speakOfSkip() {
        return speakOfSkip;
    }

    /** Expands the keys against the labels or annotations of a value. */
    void expand(TagNode tag, JsonNode valueTag) {
        ExpandedTag current = expanded.get(tag);
        ExpandedTag made = (current == null ? tag.unexpanded() : current).by(valueTag);
        if (made != current) {
            expanded.put(tag, made);
            speakOfSkip |= made.speaksOfSkip();
        }
    }
}
