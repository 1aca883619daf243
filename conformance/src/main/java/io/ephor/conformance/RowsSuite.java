package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.test.TestReport;
import io.ephor.test.TestRow;
import io.ephor.test.TestRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of the published test files: the strict outcome of each, and the rules that answered.
 *
 * <p>A row is unsupported where load refused its policy, or an exception for it, for want of a feature,
 * and where it comes out differently for want of a change that such a policy would have made.
 */
final class RowsSuite implements Suite {
    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String file() {
        return "tests/rows.tsv.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        List<String> lines = new ArrayList<>();
        run.lines(lines::add);
        if (lines.isEmpty()) {
            return;
        }
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        run.answerLine(lines.get(0));
        Map<String, List<ObjectNode>> tests = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode row = row(columns, line);
            tests.computeIfAbsent(row.path("test").asText(), test -> new ArrayList<>())
                    .add(row);
        }
        TestRunner runner =
                new TestRunner(run.engine(StandardPolicyEngine.create())).withManifestSignatures(new SignedManifests());
        tests.forEach((test, rows) -> run.guard(test, rows.get(0), () -> runTest(runner, run, test, columns, rows)));
    }

    private static ObjectNode row(List<String> columns, String line) {
        String[] cells = line.split("\t", -1);
        ObjectNode row = SuiteRun.object();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.length ? cells[i] : "");
        }
        return row;
    }

    private static void runTest(
            TestRunner runner, SuiteRun run, String test, List<String> columns, List<ObjectNode> rows) {
        Path file = run.corpus().path(test);
        Map<List<String>, TestRow> answered = new LinkedHashMap<>();
        Map<String, TestReport> reports = new HashMap<>();
        for (TestReport report : runner.run(file)) {
            String document = String.valueOf(report.document());
            reports.put(document, report);
            for (TestRow row : report.rows()) {
                String index = String.valueOf(row.expected().index());
                answered.put(List.of(document, index, relative(run.corpus().root(), row.resource())), row);
            }
        }
        for (ObjectNode recorded : rows) {
            TestReport report = reports.get(text(recorded, "doc"));
            TestRow row = answered.remove(
                    List.of(text(recorded, "doc"), text(recorded, "result"), text(recorded, "resource")));
            if (report == null) {
                run.notUnderstood("the test could not be read: " + test, recorded);
            } else if (row == null) {
                missing(run, columns, recorded, report);
            } else {
                check(run, columns, recorded, row, report);
            }
        }
        answered.forEach((key, row) -> {
            if (row.missingFeatures().isEmpty()) {
                run.notUnderstood("not recorded: " + test + " " + key, rows.get(0));
            }
        });
    }

    /** A resource that only a policy could have led to, such as one that it changes though it was not asked about. */
    private static void missing(SuiteRun run, List<String> columns, ObjectNode recorded, TestReport report) {
        writeAnswer(run, columns, recorded, TestRow.UNANSWERED, false, "");
        String policy = text(recorded, "policy");
        Set<String> features = report.missingFeatures(policy.substring(policy.lastIndexOf('/') + 1));
        if (features.isEmpty()) {
            run.notUnderstood("no such row came out", recorded);
        } else {
            run.unsupported(features);
        }
    }

    private static String relative(Path root, String resource) {
        String prefix = root + "/";
        return resource.startsWith(prefix) ? resource.substring(prefix.length()) : resource;
    }

    private static void check(SuiteRun run, List<String> columns, ObjectNode recorded, TestRow row, TestReport report) {
        String rules =
                row.answers().stream().map(answer -> answer.rule().name()).collect(Collectors.joining("+"));
        boolean compared = !text(recorded, "note").contains("no-manifest");
        ObjectNode expected = answer(
                text(recorded, "actual"),
                text(recorded, "actualRules"),
                compared && text(recorded, "match").equals("yes"));
        ObjectNode actual = answer(row.actual(), rules, compared && row.passed());
        writeAnswer(run, columns, recorded, row.actual(), row.passed(), rules);
        boolean agrees = JsonEquality.KINDS.same(expected, actual);
        Set<String> missing = row.missingFeatures();
        if (missing.isEmpty() && !agrees) {
            missing = UnseenChanges.missingFeatures(report);
        }
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return;
        }
        String description = text(recorded, "test") + ": " + row;
        run.check(description, () -> recorded, expected, actual, agrees);
    }

    private static ObjectNode answer(String actual, String rules, boolean met) {
        return SuiteRun.object().put("actual", actual).put("rules", rules).put("met", met);
    }

    private static void writeAnswer(
            SuiteRun run, List<String> columns, ObjectNode recorded, String actual, boolean met, String rules) {
        if (!run.wantsAnswers()) {
            return;
        }
        ObjectNode own = recorded.deepCopy()
                .put("actual", actual)
                .put("match", met ? "yes" : "no")
                .put("actualRules", rules)
                .put("note", "");
        run.answerLine(columns.stream().map(column -> text(own, column)).collect(Collectors.joining("\t")));
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).asText();
    }
}
