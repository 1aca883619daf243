package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.Severity;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which policies are accepted and which are refused when they are loaded, with which text, and of what is warned. A case is
 * one policy. Ephor tells a warning once for every place, the reference once more for every derived rule: compared is which
 * warnings there are. The reference also warns of the one thing for which it refuses, a namespace that may not be.
 */
final class LoadSuite implements Suite {
    @Override
    public String name() {
        return "load";
    }

    @Override
    public String file() {
        return "context/load.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        StandardPolicyEngine engine = StandardPolicyEngine.create();
        run.rows(row -> check(engine, run, row));
    }

    private static void check(StandardPolicyEngine engine, SuiteRun run, JsonNode row) {
        String id = row.path("id").asText();
        LoadResult loaded = engine.loadAll(id, Json.write(row.path("policy")));
        Set<String> missing = RuleRows.missingFeatures(loaded);
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return;
        }
        ObjectNode actual = actual(loaded, row.path("messageVaries").asBoolean());
        if (run.wantsAnswers()) {
            run.answer(actual.deepCopy().put("id", id));
        }
        run.check(id, row, expected(row), actual);
    }

    private static ObjectNode expected(JsonNode row) {
        ObjectNode expected = SuiteRun.object().put("accepted", row.has("accepted"));
        String text = row.path("rejected").asText(row.path("decode").asText());
        if (!row.has("accepted") && !row.path("messageVaries").asBoolean()) {
            expected.put("text", text);
        }
        Set<String> warnings = new TreeSet<>();
        row.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        warnings.remove(text);
        return withWarnings(expected, warnings);
    }

    private static ObjectNode actual(LoadResult loaded, boolean anyText) {
        ObjectNode actual = SuiteRun.object().put("accepted", !loaded.hasErrors());
        String text = null;
        Set<String> warnings = new TreeSet<>();
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            String said = diagnostic.kyvernoText();
            if (said != null && diagnostic.severity() == Severity.WARNING) {
                warnings.add(said);
            } else if (said != null) {
                // One fault of a policy has a text; a second one must not hide behind the first.
                text = text == null ? said : text + " and " + said;
            }
        }
        if (loaded.hasErrors() && !anyText) {
            actual.put("text", text);
        }
        return withWarnings(actual, warnings);
    }

    private static ObjectNode withWarnings(ObjectNode answer, Set<String> warnings) {
        ArrayNode list = answer.putArray("warnings");
        warnings.forEach(list::add);
        return answer;
    }
}
