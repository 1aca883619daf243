package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.UnmetCondition;

/**
 * The conditions of a cleanup policy with their text, for saying which one did not hold. Immutable and thread-safe.
 *
 * @param compiled the conditions
 * @param written the conditions as written
 */
record WrittenConditions(CompiledConditions compiled, JsonNode written) {
    private static final int LONGEST_TEXT = 200;

    /** Returns one line with the condition that did not hold. */
    String text(UnmetCondition unmet) {
        if (unmet.isWholeAny()) {
            return "none of the conditions in `spec.conditions.any` holds";
        }
        JsonNode condition = written.path("all").path(unmet.index());
        String said = text(condition.path("message"));
        String head = "`spec.conditions.all[" + unmet.index() + "]` does not hold: ";
        return head
                + (said.isEmpty()
                        ? text(condition.path("key")) + " " + text(condition.path("operator")) + " "
                                + text(condition.path("value"))
                        : said);
    }

    private static String text(JsonNode node) {
        String text = node.isTextual() ? node.textValue() : node.isMissingNode() ? "" : node.toString();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
