package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Admission requests of the reference's cluster tests, answered as its webhooks would: whether the request is allowed, and
 * what every policy says. A case is one request.
 */
final class CasesSuite implements Suite {
    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String file() {
        return "tests/cases.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Map<String, JsonNode> recorded = new LinkedHashMap<>();
        run.rows(row -> recorded.put(row.path("id").asText(), row));
        List<JsonNode> tests = new ArrayList<>();
        for (Path file : files(run.corpus().path("cases"))) {
            Json.parse(Files.readString(file)).forEach(tests::add);
        }
        PolicyEngine engine = run.engine(StandardPolicyEngine.create());
        InOrder.each(
                tests,
                test -> new AdmissionCases(engine, run, test, recorded).answers(),
                (test, answers) -> run.guard(test.path("test").asText(), test, answers));
        tests.forEach(test -> test.path("cases")
                .forEach(each -> recorded.remove(each.path("id").asText())));
        recorded.forEach((id, row) -> run.notUnderstood("there is no case " + id, row));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
