package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.Lookups;
import io.ephor.test.GivenResources;
import io.ephor.test.ResourceNormalization;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Generate rules. A case is one policy and one trigger in a small cluster: what the rules say, and what those that apply
 * make. What the recordings have of rules that do not apply is not compared: the command line of the reference makes
 * resources whatever a rule says, the reference in a cluster does not.
 *
 * <p>Of errors of the cluster only what stands before the cluster's own words is compared. Which of several variables
 * without a value an error tells is random in the reference, so that the place in it is not compared.
 */
final class GenerateSuite implements Suite {
    private static final String OWN_WORDS = " not found: ";
    private static final Pattern PATH = Pattern.compile(" at path \\S+");

    /** Of these the reference was told that they are in no namespace, or did not care. */
    private static final Set<String> CLUSTER_SCOPED = Set.of(
            "v1/Namespace",
            "rbac.authorization.k8s.io/v1/ClusterRole",
            "rbac.authorization.k8s.io/v1/ClusterRoleBinding");

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public String file() {
        return "generate/generate.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        PolicyEngine engine = run.engine(StandardPolicyEngine.builder()
                .clusterScopedKinds(CLUSTER_SCOPED)
                .build());
        run.rows(row -> {
            try {
                check(run, engine, row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void check(SuiteRun run, PolicyEngine engine, JsonNode row) throws IOException {
        String policy = row.path("policyRef").asText(row.path("name").asText());
        String id = policy + " on " + row.path("triggerRef").asText("its trigger") + ", "
                + row.path("operation").asText();
        LoadResult loaded = row.has("policyRef")
                ? engine.loadAll(policy, run.corpus().document(policy))
                : engine.loadAll(policy, Json.write(row.path("policy")));
        Set<String> missing = RuleRows.missingFeatures(loaded);
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return;
        }
        if (loaded.policies().isEmpty()) {
            RuleRows.checkUnaskedRefusal(run, id, row, loaded);
            return;
        }
        EvaluationResult result = evaluate(run, engine, loaded, row);
        ObjectNode expected = SuiteRun.object();
        expected.set("rules", RuleRows.recorded(row.path("answer").path("generate")));
        expected.set("generated", recorded(row.path("answer")));
        ObjectNode actual = SuiteRun.object();
        actual.set("rules", RuleRows.of(result));
        actual.set("generated", generated(result));
        if (run.wantsAnswers()) {
            run.answer(((ObjectNode) row.deepCopy()).setAll(actual));
        }
        run.check(id, () -> row, expected, actual, JsonEquality.FLOATS.same(expected, actual));
    }

    private static EvaluationResult evaluate(SuiteRun run, PolicyEngine engine, LoadResult loaded, JsonNode row)
            throws IOException {
        JsonNode trigger = row.has("trigger")
                ? row.get("trigger")
                : resource(run, row.path("triggerRef").asText());
        Operation operation = Operation.valueOf(row.path("operation").asText());
        EvaluationContext.Builder context = EvaluationContext.builder()
                .operation(operation)
                .phases(Phase.GENERATE)
                .lookups(Lookups.builder().resources(cluster(run, trigger, row)).build());
        if (operation == Operation.UPDATE) {
            context.oldResource(trigger);
        }
        if (row.has("exceptions")) {
            List<io.ephor.PolicyException> exceptions = new ArrayList<>();
            for (JsonNode exception : row.get("exceptions")) {
                exceptions.addAll(
                        engine.loadAll("exception", Json.write(exception)).exceptions());
            }
            context.exceptions(exceptions);
        }
        return engine.evaluate(loaded.policies().get(0), trigger, context.build());
    }

    private static GivenResources cluster(SuiteRun run, JsonNode trigger, JsonNode row) throws IOException {
        List<JsonNode> objects = new ArrayList<>(List.of(trigger));
        for (JsonNode entry : row.path("cluster")) {
            objects.add(entry.has("ref") ? resource(run, entry.get("ref").asText()) : entry);
        }
        return GivenResources.of(objects);
    }

    private static JsonNode resource(SuiteRun run, String reference) throws IOException {
        JsonNode document =
                YamlDocument.parse(reference, run.corpus().document(reference)).value();
        return document instanceof ObjectNode object ? ResourceNormalization.of(object) : document;
    }

    private static ArrayNode recorded(JsonNode answer) {
        Set<String> applied = new HashSet<>();
        for (JsonNode rule : answer.path("generate")) {
            if (rule.path("status").asText().equals("pass")) {
                applied.add(rule.path("rule").asText());
            }
        }
        ArrayNode rows = SuiteRun.object().arrayNode();
        for (JsonNode made : answer.path("generated")) {
            if (applied.contains(made.path("rule").asText())) {
                JsonNode error = made.has("error") ? made.get("error") : NullNode.instance;
                rows.add(row(made.path("rule").asText(), made.path("generated"), error));
            }
        }
        return rows;
    }

    /** Where something went wrong the recordings do not say what was made before. */
    private static ObjectNode row(String rule, JsonNode objects, JsonNode error) {
        ObjectNode row = SuiteRun.object().put("rule", rule);
        if (error.isNull()) {
            row.set("objects", objects);
            return row;
        }
        String text = error.asText();
        int own = text.indexOf(OWN_WORDS);
        String common = own < 0 ? text : text.substring(0, own);
        return row.put("error", PATH.matcher(common).replaceAll(" at path"));
    }

    private static ArrayNode generated(EvaluationResult result) {
        ArrayNode rows = SuiteRun.object().arrayNode();
        for (Generation generation : result.generations()) {
            if (generation.deletesDownstream() || !applies(result, generation.rule())) {
                continue;
            }
            ArrayNode objects = SuiteRun.object().arrayNode();
            for (GeneratedResource made : generation.resources()) {
                if (made.action() == GeneratedResource.Action.CREATE) {
                    objects.add(made.resource());
                }
            }
            String failure = generation.failure();
            rows.add(row(generation.rule(), objects, failure == null ? NullNode.instance : objects.textNode(failure)));
        }
        return rows;
    }

    private static boolean applies(EvaluationResult result, String rule) {
        return result.rules().stream()
                .anyMatch(said -> said.name().equals(rule) && said.status() == io.ephor.RuleStatus.PASS);
    }
}
