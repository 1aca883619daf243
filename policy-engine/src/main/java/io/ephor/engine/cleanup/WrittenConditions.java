package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.UnmetCondition;
import io.ephor.engine.source.ShortText;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a cleanup policy with their texts, for saying which one did not hold. Immutable and thread-safe.
 *
 * @param compiled the conditions
 * @param all a line for each condition in {@code all}
 */
record WrittenConditions(CompiledConditions compiled, List<String> all) {
    private static final int LONGEST_TEXT = 200;

    WrittenConditions {
        all = List.copyOf(all);
    }

    /** Returns conditions with the texts of what was written. */
    static WrittenConditions of(CompiledConditions compiled, JsonNode written) {
        List<String> all = new ArrayList<>();
        for (JsonNode condition : written.path("all")) {
            String said = text(condition.path("message"));
            String shown = said.isEmpty()
                    ? text(condition.path("key")) + " " + text(condition.path("operator")) + " "
                            + text(condition.path("value"))
                    : said;
            all.add("`spec.conditions.all[" + all.size() + "]` does not hold: " + shown);
        }
        return new WrittenConditions(compiled, all);
    }

    /** Returns one line with the condition that did not hold. */
    String text(UnmetCondition unmet) {
        return unmet.isWholeAny() ? "none of the conditions in `spec.conditions.any` holds" : all.get(unmet.index());
    }

    /** Returns the place of the condition that did not hold. */
    String pointer(UnmetCondition unmet) {
        return unmet.isWholeAny() ? "/spec/conditions/any" : "/spec/conditions/all/" + unmet.index();
    }

    private static String text(JsonNode node) {
        String text = node.isTextual() ? node.textValue() : node.isMissingNode() ? "" : node.toString();
        return ShortText.of(text, LONGEST_TEXT);
    }
}
