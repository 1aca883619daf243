package io.ephor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.Diagnostic;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Map;

/** A policy that only has a name, for tests of reports. */
record GivenPolicy(String kind, String namespace, String name, Map<String, String> annotations) implements Policy {
    static final SourceRange PLACE = new SourceRange("policy.yaml", 1, 1, 1, 1);

    static GivenPolicy named(String name) {
        return new GivenPolicy("ClusterPolicy", "", name, Map.of());
    }

    static RuleResult rule(String name, RuleStatus status, String message) {
        return RuleResult.builder(name, RuleType.VALIDATION, status, message, PLACE)
                .build();
    }

    static RuleResult failure(String name, FailureAction action, String message) {
        return RuleResult.builder(name, RuleType.VALIDATION, RuleStatus.FAIL, message, PLACE)
                .failureAction(action)
                .build();
    }

    Judgement judges(RuleResult... rules) {
        return new Judgement(EvaluationResult.of(this, JsonNodeFactory.instance.objectNode(), false, rules), false);
    }

    Judgement judgesWithAuditWarnings(RuleResult... rules) {
        return new Judgement(judges(rules).result(), true);
    }

    @Override
    public List<String> ruleNames() {
        return List.of();
    }

    @Override
    public List<Diagnostic> warnings() {
        return List.of();
    }

    @Override
    public SourceRange source() {
        return PLACE;
    }
}
