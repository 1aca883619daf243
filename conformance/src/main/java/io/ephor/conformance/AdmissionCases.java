package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.SetResult;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The requests of one test, asked one after the other: later ones update what earlier ones brought in. */
final class AdmissionCases {
    /** Who made a request that names nobody. */
    private static final JsonNode ADMINISTRATOR = Json.parse(
            "{\"username\":\"kubernetes-admin\",\"groups\":[\"kubeadm:cluster-admins\",\"system:authenticated\"]}");

    /** The day on which the answers were recorded. */
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final PolicyEngine engine;
    private final SuiteRun run;
    private final AdmissionTest test;
    private final JsonNode cases;
    private final Map<String, JsonNode> recorded;
    private final Map<Integer, LoadResult> loaded = new HashMap<>();
    private final List<Runnable> answers = new ArrayList<>();

    /**
     * @param test the test as the corpus has it
     * @param recorded the recorded answers by the names of the cases; cases without one are not asked
     */
    AdmissionCases(PolicyEngine engine, SuiteRun run, JsonNode test, Map<String, JsonNode> recorded) {
        this.engine = engine;
        this.run = run;
        this.test = new AdmissionTest(run.corpus(), test);
        this.cases = test.path("cases");
        this.recorded = recorded;
    }

    /** Asks all cases and returns what hands the answers in. */
    Runnable answers() throws IOException {
        for (JsonNode request : cases) {
            JsonNode row = recorded.get(request.path("id").asText());
            if (row != null) {
                ask(request, row);
            }
        }
        return () -> answers.forEach(Runnable::run);
    }

    private void ask(JsonNode request, JsonNode row) throws IOException {
        ObjectNode admission = admission(request, row);
        JsonNode resource = admission.has("resource") ? admission.get("resource") : admission.get("oldResource");
        Set<String> missing = new TreeSet<>();
        List<Policy> policies = new ArrayList<>();
        List<PolicyException> exceptions = new ArrayList<>();
        for (JsonNode number : request.path("exceptions")) {
            LoadResult exception = load(number.asInt());
            missing.addAll(RuleRows.missingFeatures(exception));
            exceptions.addAll(exception.exceptions());
        }
        for (JsonNode number : request.path("policies")) {
            LoadResult policy = load(number.asInt());
            missing.addAll(RuleRows.missingFeatures(policy));
            policies.addAll(policy.policies());
        }
        if (!missing.isEmpty()) {
            answers.add(() -> run.unsupported(missing));
            return;
        }
        ClusterState state = state(request);
        EvaluationContext context = AdmissionRow.context(admission).toBuilder()
                .namespaceLabels(
                        state.labels(resource.path("metadata").path("namespace").asText()))
                .lookups(state.lookups())
                .phases(Phase.MUTATE, Phase.VALIDATE)
                .clock(InstantSource.fixed(NOW))
                .build();
        SetResult result = engine.evaluate(engine.set(policies, exceptions), resource, context);
        ObjectNode expected = expected(row);
        ObjectNode actual = actual(result, row);
        if (!result.blocked() && request.hasNonNull("resource")) {
            test.admit(request.path("resource").asInt(), result.patchedResource());
        }
        if (!result.blocked() && row.path("allowed").asBoolean() && admission.has("resource")) {
            expected.set("patched", row.has("patched") ? row.get("patched") : resource);
            actual.set("patched", result.patchedResource());
        }
        String id = row.path("id").asText();
        answers.add(() -> {
            run.answer(actual.deepCopy().put("id", id));
            run.check(id, () -> row, expected, actual, JsonEquality.FLOATS.same(expected, actual));
        });
    }

    /** Returns the request in the form of a row; what is applied is merged onto the object as it was admitted. */
    private ObjectNode admission(JsonNode request, JsonNode row) throws IOException {
        String namespace = row.path("resource").path("namespace").asText();
        ObjectNode admission =
                SuiteRun.object().put("operation", row.path("operation").asText());
        admission.set("user", request.has("userInfo") ? request.get("userInfo") : ADMINISTRATOR);
        JsonNode resource = null;
        if (request.hasNonNull("oldResource")) {
            resource = AdmissionTest.inNamespace(
                    test.admitted(request.path("oldResource").asInt()), namespace);
            admission.set("oldResource", resource);
        }
        if (request.hasNonNull("resource")) {
            int number = request.path("resource").asInt();
            JsonNode stated = AdmissionTest.inNamespace(test.object(number), namespace);
            boolean isApplied = resource != null && test.applies(request);
            JsonNode merged = isApplied ? AdmissionTest.merged(resource, stated) : stated;
            admission.set("resource", merged);
            test.admit(number, merged);
        }
        return admission;
    }

    private LoadResult load(int number) throws IOException {
        LoadResult known = loaded.get(number);
        if (known == null) {
            JsonNode policy = test.object(number);
            boolean ofCluster = policy.path("kind").asText().startsWith("Cluster");
            String namespace = ofCluster ? "" : test.namespace();
            String text = Json.write(AdmissionTest.inNamespace(policy, namespace));
            known = engine.loadAll(test.name() + "#" + number, text);
            loaded.put(number, known);
        }
        return known;
    }

    private ClusterState state(JsonNode request) throws IOException {
        ClusterState state = new ClusterState(test.namespace());
        for (JsonNode number : request.path("state")) {
            state.add(test.admitted(number.asInt()));
        }
        return state;
    }

    /** What was recorded of validation, by policy, and the text of a denial; a policy may answer in both phases. */
    private static ObjectNode expected(JsonNode row) {
        ObjectNode expected = answer(row.path("allowed").asBoolean());
        for (JsonNode response : row.path("responses")) {
            JsonNode policy = response.path("policy");
            ArrayNode rules = RuleRows.recorded(response.path("rules"));
            for (int i = 0; i < rules.size(); i++) {
                if (messageVaries(response.path("rules").path(i))) {
                    ((ObjectNode) rules.get(i)).remove("message");
                }
            }
            add(expected, policy.path("namespace").asText(), policy.path("name").asText(), rules);
        }
        return denialVaries(row)
                ? expected
                : expected.put("denial", row.path("message").asText());
    }

    /** The text of a denial is made of the messages of rules. */
    private static boolean denialVaries(JsonNode row) {
        for (JsonNode response : row.path("responses")) {
            for (JsonNode rule : response.path("rules")) {
                if (messageVaries(rule)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean messageVaries(JsonNode rule) {
        return rule.path("nondeterministic").asBoolean() || rule.path("network").asBoolean();
    }

    private static ObjectNode actual(SetResult result, JsonNode row) {
        ObjectNode actual = answer(!result.blocked());
        Set<String> varying = new HashSet<>();
        for (JsonNode response : row.path("responses")) {
            for (JsonNode rule : response.path("rules")) {
                if (messageVaries(rule)) {
                    varying.add(rule.path("name").asText());
                }
            }
        }
        for (EvaluationResult policy : result.results()) {
            ArrayNode rules = RuleRows.of(policy);
            for (JsonNode rule : rules) {
                if (varying.contains(rule.path("name").asText())) {
                    ((ObjectNode) rule).remove("message");
                }
            }
            add(actual, policy.policy().namespace(), policy.policy().name(), rules);
        }
        return denialVaries(row) ? actual : actual.put("denial", result.denialMessage());
    }

    private static ObjectNode answer(boolean allowed) {
        ObjectNode answer = SuiteRun.object().put("allowed", allowed);
        answer.putObject("policies");
        return answer;
    }

    private static void add(ObjectNode answer, String namespace, String name, ArrayNode rules) {
        if (!rules.isEmpty()) {
            ObjectNode policies = (ObjectNode) answer.get("policies");
            policies.withArrayProperty(namespace + "/" + name).addAll(rules);
        }
    }
}
