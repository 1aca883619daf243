package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Why a policy says what it says about a resource: every rule with its steps from match to verdict. Immutable and
 * thread-safe, as long as nobody writes to the resource.
 *
 * <pre>{@code
 * YamlDocument pod = YamlDocument.parse("pod.yaml", text);
 * Explanation why = engine.explain(policy, pod.value(), EvaluationContext.empty());
 * for (RuleExplanation rule : why.rules()) {
 *     rule.steps().forEach(step -> log.info("{}: {}", rule.name(), step));
 * }
 * String forPeople = why.render(pod); // with the lines of the policy and of the Pod side by side
 * }</pre>
 *
 * <p>Rules that said nothing are in it too, with the step at which they ended: a filter that does not hold, a phase that
 * is not asked for. A rule with several results, as one with {@code targets}, is in it once for each of them: the first has
 * all the steps. The results are those of {@link PolicyEngine#evaluate(Policy, JsonNode, EvaluationContext)}.
 */
public final class Explanation {
    private final EvaluationResult result;
    private final List<RuleExplanation> rules;
    private final @Nullable IntFunction<String> lines;

    private Explanation(EvaluationResult result, List<RuleExplanation> rules, @Nullable IntFunction<String> lines) {
        this.result = Objects.requireNonNull(result, "result");
        this.rules = List.copyOf(rules);
        this.lines = lines;
    }

    /**
     * {@return an explanation; for engines}
     *
     * @param result what the policy says
     * @param rules the rules, in the order in which they were asked
     * @param lines the lines of the text that the policy was read from, by their numbers from 1; thread-safe
     */
    public static Explanation of(EvaluationResult result, List<RuleExplanation> rules, IntFunction<String> lines) {
        return new Explanation(result, rules, Objects.requireNonNull(lines, "lines"));
    }

    /**
     * {@return an explanation without steps, for a policy of a module that explains nothing}
     *
     * @param result what the policy says
     */
    public static Explanation of(EvaluationResult result) {
        List<RuleExplanation> rules = new ArrayList<>();
        for (RuleResult rule : result.rules()) {
            rules.add(new RuleExplanation(rule.name(), rule.source(), result.resource(), List.of(), rule));
        }
        return new Explanation(result, rules, null);
    }

    /** {@return the policy} */
    public Policy policy() {
        return result.policy();
    }

    /** {@return the resource as it was given} */
    public JsonNode resource() {
        return result.resource();
    }

    /** {@return what the policy says about the resource} */
    public EvaluationResult result() {
        return result;
    }

    /** {@return the rules in the order in which they were asked, those that said nothing among them} */
    public List<RuleExplanation> rules() {
        return rules;
    }

    /**
     * {@return the explanation as several lines for people, each ended by a line feed} Below a step that decided stands
     * the line of the policy. The wording may improve.
     */
    public String render() {
        return new ExplanationText(this, lines, null).text();
    }

    /**
     * {@return the explanation as {@link #render()} does, with the lines of the resource beside those of the policy}
     *
     * @param source the document that the resource is the value of
     */
    public String render(YamlDocument source) {
        return new ExplanationText(this, lines, Objects.requireNonNull(source, "source")).text();
    }

    /** {@return the policy and what it says, on one line} */
    @Override
    public String toString() {
        return result.toString();
    }
}
