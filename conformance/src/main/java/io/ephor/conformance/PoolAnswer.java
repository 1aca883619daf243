package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.NumberModel;
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
    private static final ObjectNode NOTHING = answer(SuiteRun.object().arrayNode(), false);

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
        ObjectNode expected = recorded(recorded);
        ObjectNode expectedAdmitted = recorded.has("webhook") ? recorded(recorded.get("webhook")) : expected.deepCopy();
        if (recorded.path("messageVaries").asBoolean()) {
            withoutMessages(List.of(actual, admitted, expected, expectedAdmitted));
        }
        expected.set("admission", expectedAdmitted);
        ObjectNode both = actual.deepCopy();
        both.set("admission", admitted);
        boolean agrees = JsonEquality.KINDS.same(expected, both);
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
        EvaluationResult result;
        try {
            result = engine.evaluate(policy, resource, context);
        } catch (RuntimeException | StackOverflowError e) {
            return SuiteRun.object()
                    .put("thrown", e + " at " + List.of(e.getStackTrace()).get(0));
        }
        if (result.rules().isEmpty()) {
            return NOTHING;
        }
        boolean blocks = false;
        for (RuleResult rule : result.rules()) {
            blocks |= rule.failureAction() == FailureAction.ENFORCE;
        }
        return answer(RuleRows.of(result), blocks);
    }

    private static ObjectNode recorded(JsonNode row) {
        return answer(
                RuleRows.recorded(row.path("validate")), row.path("blocks").asBoolean());
    }

    private static ObjectNode answer(ArrayNode rules, boolean blocks) {
        ObjectNode answer = SuiteRun.object().put("blocks", blocks);
        answer.set("validate", rules);
        return answer;
    }

    private static void withoutMessages(List<ObjectNode> answers) {
        List<JsonNode> rules = new ArrayList<>();
        answers.forEach(answer -> answer.path("validate").forEach(rules::add));
        rules.forEach(rule -> ((ObjectNode) rule).remove("message"));
    }

    private static @Nullable ObjectNode own(ObjectNode actual, Supplier<ObjectNode> content) {
        return actual == NOTHING ? null : content.get().setAll(actual);
    }
}
