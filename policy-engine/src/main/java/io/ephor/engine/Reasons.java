package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleExplanation;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.source.SourcePlaces;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.NoteStep;
import io.ephor.explain.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The explanations of the rules of one policy in one evaluation, while it goes on. Confined to one thread. */
final class Reasons {
    static final Cause FIRST_APPLIED_ONLY =
            new Cause("first-applied-only", "not asked: an earlier rule gave an answer, and `applyRules` is One");
    static final Cause NOT_IN_PHASES =
            new Cause("not-in-phases", "not asked: the context leaves the phase of the rule out");
    static final Cause OTHER_NAMESPACE =
            new Cause("other-namespace", "not asked: the policy is confined to its namespace, the request is outside");
    static final Cause NO_OBJECT_LEFT =
            new Cause("no-object-left", "not asked: an earlier rule could not patch the object");
    static final Cause REFUSED = new Cause("refused", "not asked: the request is refused");

    private final Trail trail;
    private final List<RuleExplanation> rules = new ArrayList<>();

    Reasons(SourcePlaces places) {
        this.trail = new Trail(places);
    }

    /**
     * Why a rule is not asked.
     *
     * @param code the stable name of the reason
     * @param text the reason for people
     */
    record Cause(String code, String text) {}

    Trail trail() {
        return trail;
    }

    /** Adds a rule with the steps of its walk, and returns what it said. */
    @Nullable
    RuleResult rule(RuleFrame frame, JsonNode judged, Function<Trail, @Nullable RuleResult> walk) {
        Trail.Walked<@Nullable RuleResult> walked = trail.ofRule(() -> walk.apply(trail));
        add(frame, judged, walked.steps(), walked.answer());
        return walked.answer();
    }

    /** Adds a rule that may have several results: the first with all steps of its walk, the others with a note. */
    void each(RuleFrame frame, JsonNode judged, Function<Trail, List<RuleResult>> walk) {
        Trail.Walked<List<RuleResult>> walked = trail.ofRule(() -> walk.apply(trail));
        List<RuleResult> results = walked.answer();
        add(frame, judged, walked.steps(), results.isEmpty() ? null : results.get(0));
        for (int i = 1; i < results.size(); i++) {
            Step note = new NoteStep(
                    frame.facts().source(), "further-result", "a further result: the steps of all stand at the first");
            add(frame, judged, List.of(note), results.get(i));
        }
    }

    private void add(RuleFrame frame, JsonNode judged, List<Step> steps, @Nullable RuleResult result) {
        RuleFacts facts = frame.facts();
        rules.add(new RuleExplanation(facts.name(), facts.source(), judged, steps, result));
    }

    /** Adds a rule that is not asked. */
    void unasked(RuleFrame frame, JsonNode judged, Cause cause) {
        rule(
                frame,
                judged,
                steps -> steps.at(frame.pointer(), () -> {
                    steps.note(cause.code(), cause.text());
                    return null;
                }));
    }

    /** Returns the rules, in the order in which they came. */
    List<RuleExplanation> rules() {
        return rules;
    }

    /** Returns what the rules said that were added since there were so many. */
    RuleResult[] results(int from) {
        List<RuleResult> results = new ArrayList<>();
        for (RuleExplanation rule : rules.subList(from, rules.size())) {
            RuleResult result = rule.result();
            if (result != null) {
                results.add(result);
            }
        }
        return results.toArray(new RuleResult[0]);
    }
}
