package io.ephor.engine;

import static io.ephor.engine.Explained.ENGINE;
import static io.ephor.engine.Explained.POD;
import static io.ephor.engine.Explained.all;
import static io.ephor.engine.Explained.only;
import static io.ephor.engine.Explained.policy;
import static io.ephor.engine.Explained.rule;
import static io.ephor.engine.Explained.whole;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.Explanation;
import io.ephor.Policy;
import io.ephor.RuleExplanation;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.ElementStep;
import io.ephor.explain.NoteStep;
import io.ephor.explain.PatternStep;
import io.ephor.explain.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations of what is large. */
class ExplanationLimitsTest {
    private static final String LOOP = """
            - name: %s
              match: {any: [{resources: {kinds: [Pod]}}]}
              preconditions: {all: [%s]}
              validate: {foreach: [{list: request.object.list, pattern: {a: '>=0'}}]}
            """;

    private static Explanation explainLoops(String preconditions) {
        StringBuilder many = new StringBuilder("kind: Pod\napiVersion: v1\nmetadata: {name: a}\nlist:\n");
        for (int i = 0; i < 20_000; i++) {
            many.append("- {a: ").append(i).append("}\n");
        }
        Policy policy = policy(LOOP.formatted("first", preconditions) + LOOP.formatted("second", preconditions));
        return whole(policy, many.toString(), EvaluationContext.empty());
    }

    /** Returns all steps, those inside of others too. */
    private static List<Step> flat(List<Step> steps) {
        List<Step> flat = new ArrayList<>();
        for (Step step : steps) {
            flat.add(step);
            if (step instanceof ElementStep element) {
                flat.addAll(flat(element.steps()));
            }
        }
        return flat;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{key: a, operator: Equals, value: a}",
                "{key: a, operator: Equals, value: a}, {key: a, operator: Equals, value: a}"
            })
    void keepsABoundedNumberOfStepsAndSaysSo(String preconditions) {
        RuleExplanation rule = explainLoops(preconditions).rules().get(0);

        List<Step> steps = flat(rule.steps());
        assertThat(only(steps, NoteStep.class).code()).isEqualTo("too-many-steps");
        List<ElementStep> elements = all(steps, ElementStep.class);
        assertThat(steps).hasSize(Trail.MOST + elements.size() + 1);
        assertThat(elements).hasSize(all(steps, PatternStep.class).size() + 1);
        assertThat(elements).noneMatch(element -> element.steps().isEmpty());
    }

    @Test
    void saysInEveryLaterRuleThatThereWereTooManySteps() {
        RuleExplanation later = explainLoops("").rules().get(1);

        assertThat(later.name()).isEqualTo("second");
        assertThat(later.steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoteStep.class, note -> assertThat(note.code()).isEqualTo("too-many-steps"));
        assertThat(later.result()).isNotNull();
    }

    @Test
    void writesLittleOfLargeDeepAndStrangeValues() {
        Policy policy = rule("""
                preconditions: {all: [{key: "{{ request.object.spec }}", operator: NotEquals, value: b}]}
                validate: {message: "{{ request.object }}", pattern: {spec: {x: "?*"}}}
                """);
        JsonNode deep = JsonNodeFactory.instance.textNode("x");
        for (int i = 0; i < 20_000; i++) {
            deep = JsonNodeFactory.instance.arrayNode().add(deep);
        }
        List<JsonNode> values = List.of(
                deep,
                JsonNodeFactory.instance.textNode("long".repeat(100_000)),
                JsonNodeFactory.instance.pojoNode(new Object()),
                JsonNodeFactory.instance.numberNode(Double.NaN));
        for (JsonNode value : values) {
            ObjectNode pod = (ObjectNode) resource(POD);
            pod.putObject("spec").set("x", value);

            Explanation why = ENGINE.explain(policy, pod);
            assertThat(why.render()).hasSizeLessThan(10_000);
        }
    }
}
