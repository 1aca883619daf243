package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Wildcards, quantities, durations, number texts, printing, operators and semantic versions: a row is a question and
 * its answers. A row that only gives the columns of its kind is no case.
 */
final class PrimitivesSuite implements Suite {
    @Override
    public String name() {
        return "primitives";
    }

    @Override
    public String file() {
        return "patterns/primitives.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Map<String, JsonNode> columns = new HashMap<>();
        run.rows(row -> answer(run, row, columns));
    }

    private static void answer(SuiteRun run, JsonNode row, Map<String, JsonNode> columns) {
        String kind = row.path("kind").asText();
        JsonNode given = row.has("texts") ? row.get("texts") : row.path("columns");
        if (given.isArray() && row.size() == 2) {
            columns.put(kind, given);
            run.answer(row);
            return;
        }
        JsonNode texts = given.isArray() ? given : columns.getOrDefault(kind, given);
        ObjectNode answered = PrimitiveAnswers.of(kind, row, texts);
        if (answered == null) {
            run.notUnderstood("a kind of row that is not known: " + kind, row);
            return;
        }
        run.answer(answered);
        run.check(kind + " " + PrimitiveAnswers.question(row), row, row, answered);
    }
}
