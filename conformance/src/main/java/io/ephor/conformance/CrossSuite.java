package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.LoadResult;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every policy on every resource of a pool, by several users, in namespaces with labels, and in other operations: what
 * the rules say, and that the other requests get no answer at all. A case is one request, or one policy that must be
 * refused. Only the validation of the object as given is compared.
 */
final class CrossSuite implements Suite {
    @Override
    public String name() {
        return "cross";
    }

    @Override
    public String file() {
        return "cross/cross.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        RequestPool pool = RequestPool.read(run);
        Map<String, CrossPolicy> policies = new LinkedHashMap<>();
        run.rows(row -> policies.computeIfAbsent(row.path("policy").asText(), CrossPolicy::new)
                .add(row));
        PolicyEngine engine = run.engine(StandardPolicyEngine.create());
        Unanswered unanswered = new Unanswered();
        InOrder.each(
                List.copyOf(policies.values()),
                policy -> ask(engine, run, pool, policy, unanswered),
                (policy, answers) -> run.guard(policy.reference(), policy.summary(), answers));
        run.say("requests that must stay without any answer: " + unanswered.due + ", of supported policies "
                + unanswered.asked + ", without any " + unanswered.empty);
    }

    private static Runnable ask(
            PolicyEngine engine, SuiteRun run, RequestPool pool, CrossPolicy policy, Unanswered unanswered)
            throws IOException {
        JsonNode invalid = policy.invalid();
        if (invalid.has("referencePanics")) {
            return () -> {};
        }
        String reference = policy.reference();
        String text = run.corpus().document(reference);
        LoadResult loaded = engine.loadAll(reference, text);
        Set<String> missing = RuleRows.missingFeatures(loaded);
        if (!missing.isEmpty()) {
            return () -> unsupported(run, policy, missing, unanswered);
        }
        if (loaded.hasErrors() || invalid.has("invalid")) {
            return () -> RuleRows.checkRefusal(run, reference, invalid, loaded);
        }
        List<PoolAnswer> answers = new ArrayList<>();
        for (PoolRequest request : policy.requests(pool, text)) {
            answers.add(PoolAnswer.of(
                    engine,
                    loaded.policies().get(0),
                    pool.resource(request.resource()),
                    request.context(pool, policy.ownUser()),
                    () -> request.row(reference),
                    policy.answer(request)));
        }
        return () -> handIn(run, policy, answers, unanswered);
    }

    private static void unsupported(SuiteRun run, CrossPolicy policy, Set<String> features, Unanswered unanswered) {
        unanswered.due += policy.unanswered();
        int cases = policy.invalid().isMissingNode() ? policy.compared() : 1;
        for (int i = 0; i < cases; i++) {
            run.unsupported(features);
        }
    }

    private static void handIn(SuiteRun run, CrossPolicy policy, List<PoolAnswer> answers, Unanswered unanswered) {
        int empty = 0;
        for (PoolAnswer answer : answers) {
            answer.check(run);
            empty += answer.own() == null ? 1 : 0;
        }
        unanswered.due += policy.unanswered();
        unanswered.asked += policy.unanswered();
        unanswered.empty += empty;
        if (run.wantsAnswers()) {
            ObjectNode summary = policy.summary().deepCopy();
            run.answer(summary.put("empty", empty));
        }
    }

    /** Counts requests that must have no answer. Used by one thread. */
    private static final class Unanswered {
        private int due;
        private int asked;
        private int empty;
    }
}
