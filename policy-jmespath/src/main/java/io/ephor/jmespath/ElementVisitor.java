package io.ephor.jmespath;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Takes the elements of the list that a search finds, one after the other, so that nobody has to make the list. One visitor
 * may take part in several searches, also in one that it starts while another is under way. Confined to one thread.
 *
 * @see ElementSearch
 */
public abstract class ElementVisitor {
    private static final int MOST_EFFORT = 5_000_000;

    private int effortLeft;
    private boolean doubtful;

    /** Makes a visitor that has been nowhere. */
    protected ElementVisitor() {
        reset();
    }

    /** Forgets all searches so far. */
    public final void reset() {
        effortLeft = MOST_EFFORT;
        doubtful = false;
    }

    /**
     * Takes an element.
     *
     * @param element the element; never JSON's null, which such lists leave out
     * @return whether further elements are wanted
     */
    public abstract boolean visit(JsonNode element);

    /**
     * Takes an element that is a text.
     *
     * @param element the text
     * @return whether further elements are wanted
     */
    public abstract boolean visit(String element);

    /** {@return whether a search was given up: then only {@link JmesPath#search(JsonNode)} can tell what it finds} */
    public final boolean isDoubtful() {
        return doubtful;
    }

    /** Gives up the searches that are under way: {@link #isDoubtful} from now on. */
    public final void giveUp() {
        doubtful = true;
    }

    /**
     * Counts an element that a search goes through, and gives up where there are too many.
     *
     * @return whether to go on
     */
    public final boolean count() {
        return spend(1);
    }

    /**
     * Counts what takes as much as a number of elements do, and gives up where that is too much.
     *
     * @param elements how many elements
     * @return whether to go on
     */
    public final boolean spend(int elements) {
        effortLeft -= elements;
        if (effortLeft < 0) {
            effortLeft = 0;
            giveUp();
        }
        return !doubtful;
    }
}
