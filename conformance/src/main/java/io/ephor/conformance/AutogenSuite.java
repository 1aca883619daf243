package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.GroupVersionKind;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.PolicyReader;
import io.ephor.engine.read.ReadResult;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that are derived for pod controllers. The recorded policies have no CRD defaults, so these have none. */
final class AutogenSuite implements Suite {
    @Override
    public String name() {
        return "autogen";
    }

    @Override
    public String file() {
        return "patterns/autogen.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        run.rows(row -> check(run, row));
    }

    private static void check(SuiteRun run, JsonNode row) {
        if (row.has("decodeError")) {
            checkRefused(run, row);
            return;
        }
        boolean handMade = row.has("hand");
        JsonNode document = handMade
                ? row.get("policyObject")
                : YamlDocument.parse(title(row), text(run, row)).value();
        Autogen autogen = Autogen.of(definition(document, row));
        ObjectNode answer = answer(row, autogen);
        JsonNode actual = TypedRule.withoutEmptyFields(answer);
        JsonNode expected = TypedRule.withoutEmptyFields(recorded(row));
        run.check(title(row), () -> row, expected, actual, JsonEquality.KINDS.same(expected, actual));
        if (run.wantsAnswers()) {
            ObjectNode own = row.deepCopy();
            run.answer(own.setAll(answer));
        }
    }

    private static void checkRefused(SuiteRun run, JsonNode row) {
        ReadResult read = new PolicyReader(YamlLimits.DEFAULT).read(title(row), text(run, row));
        boolean refused = read.documents().stream().allMatch(document -> document.definition() == null);
        run.check(title(row), row, BooleanNode.TRUE, BooleanNode.valueOf(refused));
        run.answer(row);
    }

    private static String title(JsonNode row) {
        return row.has("hand")
                ? "hand-made policy " + row.get("hand").intValue()
                : row.get("policy").textValue();
    }

    private static String text(SuiteRun run, JsonNode row) {
        try {
            return run.corpus().part(row.get("policy").textValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyDefinition definition(JsonNode document, JsonNode row) {
        JsonNode metadata = document.path("metadata");
        Map<String, String> annotations = new LinkedHashMap<>();
        metadata.path("annotations")
                .properties()
                .forEach(entry ->
                        annotations.put(entry.getKey(), entry.getValue().textValue()));
        if (row.has("annotation")) {
            annotations.put(
                    PolicyDefinition.CONTROLLERS_ANNOTATION,
                    row.get("annotation").textValue());
        }
        List<RuleDefinition> rules = new ArrayList<>();
        JsonNode spec = document.path("spec");
        for (JsonNode rule : spec.path("rules")) {
            rules.add(RuleDefinition.written(rule, "/spec/rules/" + rules.size()));
        }
        return new PolicyDefinition(
                GroupVersionKind.of(document), metadata.path("name").textValue(), "", annotations, spec, rules);
    }

    /** The recorded kinds are those of all controllers at once, the recorded rules those of one kind where one is given. */
    private static ObjectNode answer(JsonNode row, Autogen autogen) {
        String kind = row.has("kind") ? row.get("kind").textValue() : "";
        List<RuleDefinition> rules = kind.isEmpty() ? autogen.rules() : autogen.rules(kind);
        ObjectNode answer = SuiteRun.object();
        ArrayNode names = answer.putArray("ruleNames");
        ArrayNode derived = SuiteRun.object().arrayNode();
        for (RuleDefinition rule : rules) {
            names.add(rule.name());
            if (row.has("hand") || rule.name().startsWith("autogen-")) {
                derived.add(row.has("matches") ? rule.node().path("match") : rule.node());
            }
        }
        if (row.has("kinds")) {
            ArrayNode kinds = answer.putArray("kinds");
            autogen.rules().forEach(rule -> addKinds(rule.node().path("match"), kinds));
            answer.set(derivedField(row), derived);
        }
        return answer;
    }

    private static void addKinds(JsonNode match, ArrayNode kinds) {
        match.path("resources").path("kinds").forEach(kinds::add);
        for (String list : List.of("all", "any")) {
            for (JsonNode filter : match.path(list)) {
                filter.path("resources").path("kinds").forEach(kinds::add);
            }
        }
    }

    private static ObjectNode recorded(JsonNode row) {
        ObjectNode recorded = SuiteRun.object();
        for (String field : List.of("ruleNames", "kinds", derivedField(row))) {
            boolean list = row.has("kinds") || field.equals("ruleNames");
            JsonNode value = row.path(field);
            if (list) {
                recorded.set(field, value.isArray() ? value : recorded.arrayNode());
            }
        }
        return recorded;
    }

    /** The field in which a row has the derived rules; absent or null where there are none. */
    private static String derivedField(JsonNode row) {
        return row.has("matches") ? "matches" : row.has("hand") ? "rules" : "generated";
    }
}
