package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;

/** What is asked of each element of a list. Immutable and thread-safe. */
public interface ElementQuestion {
    /**
     * Asks an element.
     *
     * @param scope what queries see; {@linkplain PartScope#giveUp gives up} where the question has no certain answer
     * @return whether the answer leaves the outcome open, so that further elements are asked
     */
    boolean leavesOpen(JsonNode element, PartScope scope);

    /**
     * Asks an element that is a text.
     *
     * @param scope what queries see; {@linkplain PartScope#giveUp gives up} where the question has no certain answer
     * @return whether the answer leaves the outcome open, so that further elements are asked
     */
    boolean leavesOpen(String element, PartScope scope);
}
