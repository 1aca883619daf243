package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.LoadResult;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.Set;

/** Which policies are accepted and which are refused when they are loaded. A case is one policy. */
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
        ObjectNode expected = SuiteRun.object().put("accepted", row.has("accepted"));
        ObjectNode actual = SuiteRun.object().put("accepted", !loaded.hasErrors());
        if (run.wantsAnswers()) {
            run.answer(actual.deepCopy().put("id", id));
        }
        String reason = loaded.hasErrors()
                ? loaded.diagnostics().get(0).message()
                : row.path("rejected").asText() + row.path("decode").asText();
        run.check(id + ": " + reason, row, expected, actual);
    }
}
