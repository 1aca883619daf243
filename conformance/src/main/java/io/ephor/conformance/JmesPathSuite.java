package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expressions on documents: a row is an expression, its data or the line of the document, and one outcome.
 *
 * @param documents the document file beside the rows; empty where each row has its data
 * @param integerIndex whether {@code elementIndex} of a document is an integer of Go, and an ordinary number when the
 *     question is asked again for the outcome {@code fl}
 */
record JmesPathSuite(String name, String file, String documents, boolean integerIndex) implements Suite {
    static final Suite GRAMMAR =
            new JmesPathSuite("jmespath-grammar", "jmespath/grammar.jsonl.gz", "documents.jsonl", false);
    static final Suite FUNCTIONS = new JmesPathSuite("jmespath-functions", "jmespath/functions.jsonl.gz", "", false);
    static final Suite EXPRESSIONS =
            new JmesPathSuite("jmespath-expressions", "jmespath/expressions.jsonl.gz", "contexts.jsonl", true);
    static final Suite RANDOM =
            new JmesPathSuite("jmespath-random", "jmespath/random.jsonl.gz", "random-documents.jsonl", false);

    @Override
    public void run(SuiteRun run) throws IOException {
        List<JsonNode> lines = documents.isEmpty() ? List.of() : run.companionRows(documents);
        List<JsonNode> plain = lines;
        List<JsonNode> indexed = new ArrayList<>();
        for (JsonNode line : lines) {
            indexed.add(integerIndex ? ElementIndexes.asIntegers(line) : line);
        }
        Map<String, JmesPathOutcome.Compiled> compiled = new HashMap<>();
        run.rows(row -> {
            JmesPathOutcome.Compiled expression =
                    compiled.computeIfAbsent(row.path("e").asText(), JmesPathOutcome.Compiled::of);
            int line = row.path("c").asInt();
            JsonNode recorded = row.has("np") ? row.get("np") : row;
            ask(run, row, recorded, expression, row.has("d") ? row.get("d") : indexed.get(line));
            if (integerIndex && !JmesPathOutcome.isCompileError(row)) {
                JsonNode asNumber = row.has("fl") ? row.get("fl") : row;
                askAgain(run, row, asNumber, expression, plain.get(line));
            }
        });
    }

    private static void ask(
            SuiteRun run, JsonNode row, JsonNode recorded, JmesPathOutcome.Compiled expression, JsonNode data) {
        JmesPathOutcome outcome = expression.on(data);
        ObjectNode actual = outcome.json();
        if (run.wantsAnswers()) {
            run.answer(answer(row, actual));
        }
        boolean agrees = outcome.agrees(row, recorded);
        run.check(row.path("e").asText() + " on " + row.path("c").asText(""), () -> row, recorded, actual, agrees);
    }

    /** The second question of a row is part of its case: only a difference is handed in. */
    private static void askAgain(
            SuiteRun run, JsonNode row, JsonNode recorded, JmesPathOutcome.Compiled expression, JsonNode data) {
        JmesPathOutcome outcome = expression.on(data);
        if (!outcome.agreesAsNumber(row, recorded)) {
            run.notUnderstood("with an ordinary number as index: " + Json.write(outcome.json()), row);
        }
    }

    private static JsonNode answer(JsonNode row, ObjectNode actual) {
        ObjectNode answer = SuiteRun.object();
        for (String name : List.of("f", "e", "d", "c")) {
            JsonNode value = row.get(name);
            if (value != null) {
                answer.set(name, value);
            }
        }
        for (Map.Entry<String, JsonNode> field : actual.properties()) {
            answer.set(field.getKey(), field.getValue() == null ? NullNode.instance : field.getValue());
        }
        return answer;
    }
}
