package io.ephor.test;

import io.ephor.EvaluationResult;
import io.ephor.PatchedTarget;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which existing resource each result of a policy is about. Not thread-safe. */
final class TargetAnswers {
    private final IdentityHashMap<RuleResult, PatchedTarget> targets = new IdentityHashMap<>();

    private TargetAnswers() {}

    /** Returns the targets of the results: a rule has one result per target, in the same order. */
    static TargetAnswers of(EvaluationResult result) {
        Map<String, Deque<PatchedTarget>> byRule = new HashMap<>();
        for (PatchedTarget target : result.targets()) {
            byRule.computeIfAbsent(target.rule(), rule -> new ArrayDeque<>()).add(target);
        }
        TargetAnswers answers = new TargetAnswers();
        for (RuleResult rule : result.rules()) {
            Deque<PatchedTarget> left = byRule.get(rule.name());
            boolean changed = rule.type() == RuleType.MUTATION && rule.status() == RuleStatus.PASS;
            if (changed && left != null && !left.isEmpty()) {
                answers.targets.put(rule, left.remove());
            }
        }
        return answers;
    }

    /** Returns the target that a rule changed, or null where the result is about none. */
    @Nullable
    PatchedTarget target(RuleResult rule) {
        return targets.get(rule);
    }
}
