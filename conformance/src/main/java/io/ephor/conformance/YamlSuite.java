package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.YamlLimits;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts of YAML and the JSON that they make, read whole, read strictly, and cut into documents; each of these answers is
 * a case. Errors are compared by being there, not by their words.
 *
 * <p>The content of a case is the recorded answer ({@code json} or {@code err}), the text {@code y} that it belongs to,
 * {@code isJson} where that text is JSON, and {@code isDeep} where the recorded value is deeper than Ephor's limit.
 */
final class YamlSuite implements Suite {
    private static final YamlReader LENIENT = YamlReader.lenient();
    private static final YamlReader STRICT = YamlReader.strict();

    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public String file() {
        return "yaml/yaml.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        run.rows(row -> row(run, row));
    }

    private static void row(SuiteRun run, JsonNode row) {
        String name = row.get("n").textValue();
        String text = row.get("y").textValue();
        JsonNode recordedWhole = row.get("whole");
        YamlOutcome whole = LENIENT.readFirst(name, text);
        YamlOutcome strict = STRICT.readFirst(name, text);
        List<YamlOutcome> documents = documents(name, text);
        check(run, name, text, recordedWhole, whole);
        check(run, name + " strictly", text, row.has("strict") ? row.get("strict") : recordedWhole, strict);
        checkDocuments(run, row, documents);
        if (run.wantsAnswers()) {
            run.answer(answer(row, whole, strict, documents));
        }
    }

    /** The reference reads no further than to the first line of dashes that is no separator. */
    private static List<YamlOutcome> documents(String name, String text) {
        List<YamlOutcome> documents = new ArrayList<>();
        for (YamlOutcome outcome : LENIENT.readAll(name, text)) {
            boolean stops = outcome instanceof YamlOutcome.Faulty faulty
                    && faulty.faults().get(0).code().equals("yaml-separator");
            if (stops) {
                break;
            }
            documents.add(outcome);
        }
        return documents;
    }

    private static void checkDocuments(SuiteRun run, JsonNode row, List<YamlOutcome> documents) {
        String name = row.get("n").textValue();
        JsonNode recorded = row.has("docs") ? row.get("docs") : only(row);
        if (recorded.size() != documents.size()) {
            run.notUnderstood(
                    name + ": " + recorded.size() + " documents expected, " + documents.size() + " found", row);
            return;
        }
        for (int i = 0; i < documents.size(); i++) {
            JsonNode document = recorded.get(i);
            check(run, name + " document " + i, document.get("y").textValue(), document, documents.get(i));
        }
    }

    /** A row without documents says that the text is its only one. */
    private static ArrayNode only(JsonNode row) {
        ObjectNode document = row.get("whole").deepCopy();
        document.set("y", row.get("y"));
        return JsonNodeFactory.instance.arrayNode().add(document);
    }

    private static void check(SuiteRun run, String description, String text, JsonNode recorded, YamlOutcome outcome) {
        JsonNode actual = answer(outcome);
        boolean agrees = recorded.has("err") ? actual.has("err") : actual.has("json") && sameValue(recorded, outcome);
        run.check(description, () -> content(text, recorded), recorded, actual, agrees);
    }

    private static boolean sameValue(JsonNode recorded, YamlOutcome outcome) {
        JsonNode expected = Json.parse(recorded.get("json").textValue());
        return JsonEquality.KINDS.same(expected, outcome.orThrow().value());
    }

    private static ObjectNode content(String text, JsonNode recorded) {
        ObjectNode content = SuiteRun.object().put("y", text);
        if (recorded.has("err")) {
            content.set("err", recorded.get("err"));
        } else {
            content.set("json", recorded.get("json"));
            JsonNode value = Json.parse(recorded.get("json").textValue());
            if (depth(value) > YamlLimits.DEFAULT.depth()) {
                content.put("isDeep", true);
            }
        }
        if (isJson(text)) {
            content.put("isJson", true);
        }
        return content;
    }

    private static boolean isJson(String text) {
        try {
            return !Json.parse(text).isMissingNode();
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }

    private static int depth(JsonNode value) {
        int depth = 0;
        List<JsonNode> level = List.of(value);
        while (!level.isEmpty()) {
            List<JsonNode> next = new ArrayList<>();
            boolean containers = false;
            for (JsonNode node : level) {
                containers = containers || node.isContainerNode();
                node.forEach(next::add);
            }
            depth += containers ? 1 : 0;
            level = next;
        }
        return depth;
    }

    private static ObjectNode answer(JsonNode row, YamlOutcome whole, YamlOutcome strict, List<YamlOutcome> documents) {
        ObjectNode answer = SuiteRun.object();
        answer.set("n", row.get("n"));
        answer.set("y", row.get("y"));
        answer.set("whole", answer(whole));
        if (row.has("strict")) {
            answer.set("strict", answer(strict));
        }
        if (row.has("docs")) {
            ArrayNode docs = answer.putArray("docs");
            for (int i = 0; i < documents.size(); i++) {
                JsonNode recorded = row.get("docs").get(i);
                ObjectNode document = answer(documents.get(i));
                docs.add(recorded == null ? document : document.<ObjectNode>set("y", recorded.get("y")));
            }
        }
        return answer;
    }

    private static ObjectNode answer(YamlOutcome outcome) {
        if (outcome instanceof YamlOutcome.Faulty faulty) {
            return SuiteRun.object().put("err", faulty.faults().get(0).toString());
        }
        return SuiteRun.object().put("json", Json.write(outcome.orThrow().value()));
    }
}
