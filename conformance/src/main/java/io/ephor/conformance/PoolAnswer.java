package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.NumberModel;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about one request of a pool, beside what is recorded: the rules, and whether a failure is enforced,
 * under both models of numbers. What is recorded for whole numbers that stay integers in expressions too has no
 * counterpart.
 *
 * @param content gives the request as data, with the recorded answer
 * @param own what Ephor said, in the form of the recorded answer; null where no rule answered
 */
record PoolAnswer(
        Supplier<ObjectNode> content,
        ObjectNode expected,
        ObjectNode actual,
        boolean agrees,
        @Nullable ObjectNode own) {
    private static final ObjectNode NOTHING =
            answer(SuiteRun.object().arrayNode(), SuiteRun.object().arrayNode(), false);

    /**
     * Asks the engine.
     *
     * @param content gives the request as data
     * @param recorded the recorded answer, or null where no rule must answer
     */
    static PoolAnswer of(
            PolicyEngine engine,
            Policy policy,
            JsonNode resource,
            EvaluationContext context,
            Supplier<ObjectNode> content,
            @Nullable JsonNode recorded) {
        ObjectNode actual = ask(engine, policy, resource, context);
        if (recorded == null) {
            return new PoolAnswer(content, NOTHING, actual, actual == NOTHING, own(actual, content));
        }
        Supplier<ObjectNode> whole = () -> content.get().setAll((ObjectNode) recorded);
        ObjectNode admitted = ask(
                engine,
                policy,
                resource,
                context.toBuilder().numberModel(NumberModel.ADMISSION).build());
        ObjectNode expected = recorded(recorded, resource);
        ObjectNode expectedAdmitted =
                recorded.has("webhook") ? recorded(recorded.get("webhook"), resource) : expected.deepCopy();
        if (recorded.path("messageVaries").asBoolean()) {
            withoutMessages(List.of(actual, admitted, expected, expectedAdmitted));
        }
        expected.set("admission", expectedAdmitted);
        ObjectNode both = actual.deepCopy();
        both.set("admission", admitted);
        boolean agrees = JsonEquality.FLOATS.same(expected, both);
        return new PoolAnswer(whole, expected, both, agrees, own(actual, content));
    }

    /** Hands the answer in. */
    void check(SuiteRun run) {
        ObjectNode request = content.get();
        String description = request.path("policy").asText() + " on "
                + request.path("resource").asText();
        run.check(description, content::get, expected, actual, agrees);
        if (own != null) {
            run.answer(own);
        }
    }

    private static ObjectNode ask(PolicyEngine engine, Policy policy, JsonNode resource, EvaluationContext context) {
        EvaluationResult mutated;
        EvaluationResult validated;
        try {
            mutated = engine.evaluate(policy, resource, only(Phase.MUTATE, context));
            validated = engine.evaluate(policy, resource, only(Phase.VALIDATE, context));
        } catch (RuntimeException | StackOverflowError e) {
            return SuiteRun.object()
                    .put("thrown", e + " at " + List.of(e.getStackTrace()).get(0));
        }
        if (mutated.rules().isEmpty() && validated.rules().isEmpty()) {
            return NOTHING;
        }
        boolean blocks = false;
        for (RuleResult rule : validated.rules()) {
            blocks |= rule.failureAction() == FailureAction.ENFORCE;
        }
        ObjectNode answer = answer(RuleRows.of(mutated), RuleRows.of(validated), blocks);
        if (!mutated.rules().isEmpty() && mutated.failures().isEmpty()) {
            answer.set("patched", mutated.patchedResource());
        }
        return answer;
    }

    private static EvaluationContext only(Phase phase, EvaluationContext context) {
        return context.toBuilder().phases(phase).build();
    }

    private static ObjectNode recorded(JsonNode row, JsonNode resource) {
        ObjectNode answer = answer(
                RuleRows.recorded(row.path("mutate")),
                RuleRows.recorded(row.path("validate")),
                row.path("blocks").asBoolean());
        if (row.has("mutate") && !row.path("mutate").findValuesAsText("status").contains("error")) {
            answer.set("patched", row.hasNonNull("patched") ? row.get("patched") : resource);
        }
        return answer;
    }

    private static ObjectNode answer(ArrayNode mutate, ArrayNode validate, boolean blocks) {
        ObjectNode answer = SuiteRun.object().put("blocks", blocks);
        answer.set("mutate", mutate);
        answer.set("validate", validate);
        return answer;
    }

    private static void withoutMessages(List<ObjectNode> answers) {
        List<JsonNode> rules = new ArrayList<>();
        answers.forEach(answer -> {
            answer.path("mutate").forEach(rules::add);
            answer.path("validate").forEach(rules::add);
        });
        rules.forEach(rule -> ((ObjectNode) rule).remove("message"));
    }

    private static @Nullable ObjectNode own(ObjectNode actual, Supplier<ObjectNode> content) {
        return actual == NOTHING ? null : content.get().setAll(actual);
    }
}
