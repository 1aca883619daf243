package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.wording.GoStructureText;
import io.ephor.values.FieldPath;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import io.ephor.values.Wildcard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule must not exclude all that it matches, as far as that is plain to see.
 *
 * <p>Kyverno: api/kyverno/v1/rule_types.go, ValidateMatchExcludeConflict
 */
final class ConflictCheck {
    private final FaultCollector faults;

    ConflictCheck(FaultCollector faults) {
        this.faults = faults;
    }

    void check(RuleDefinition rule) {
        Fault fault = fault(rule.node(), rule.pointer(), "the rule");
        if (fault != null) {
            faults.report(fault.withKyvernoText(
                    AdmissionStep.CONFLICT,
                    FieldPath.of(rule.pointer()) + ": Invalid value: " + GoStructureText.ofRule(rule.node())
                            + ": Rule is matching an empty set"));
        }
    }

    /** Checks what has {@code match} and {@code exclude}. */
    void check(JsonNode owner, String pointer, String subject) {
        Fault fault = fault(owner, pointer, subject);
        if (fault != null) {
            faults.report(fault);
        }
    }

    private static @Nullable Fault fault(JsonNode owner, String pointer, String subject) {
        JsonNode exclude = owner.path("exclude");
        if (!exclude.isObject() || !excludesAll(owner.path("match"), exclude)) {
            return null;
        }
        return Fault.error("empty-match", pointer + "/exclude", subject + " excludes everything that it matches")
                .withKeyAsPlace();
    }

    private static boolean excludesAll(JsonNode match, JsonNode exclude) {
        if (!match.path("all").isEmpty() || !exclude.path("all").isEmpty()) {
            return false;
        }
        if (!match.path("any").isEmpty() && !exclude.path("any").isEmpty()) {
            return haveCommon(match.path("any"), exclude.path("any"));
        }
        if (exclude.isEmpty()) {
            return false;
        }
        for (String field : FilterChecks.OF_USERS) {
            if (!covers(exclude.path(field), match.path(field))) {
                return false;
            }
        }
        return excludesResources(match.path("resources"), exclude.path("resources"));
    }

    private static boolean haveCommon(JsonNode filters, JsonNode others) {
        for (JsonNode filter : filters) {
            if (contains(others, filter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean excludesResources(JsonNode match, JsonNode exclude) {
        String name = Texts.of(exclude, "name");
        if (!name.isEmpty() && !Wildcard.matches(name, Texts.of(match, "name"))) {
            return false;
        }
        if (!exclude.path("names").isEmpty()) {
            return someName(Texts.list(match.path("names")), Texts.list(exclude.path("names")));
        }
        return covers(exclude.path("namespaces"), match.path("namespaces"))
                && covers(exclude.path("kinds"), match.path("kinds"))
                && selects(match.path("selector"), exclude.path("selector"))
                && selects(match.path("namespaceSelector"), exclude.path("namespaceSelector"))
                && same(match.path("annotations"), exclude.path("annotations"));
    }

    private static boolean someName(List<String> names, List<String> excluded) {
        for (String name : names) {
            for (String pattern : excluded) {
                if (Wildcard.matches(pattern, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean selects(JsonNode match, JsonNode exclude) {
        if (match.isObject() != exclude.isObject()) {
            return false;
        }
        JsonNode labels = exclude.path("matchLabels");
        if (!labels.isEmpty()) {
            for (Map.Entry<String, JsonNode> label : match.path("matchLabels").properties()) {
                if (!same(labels.path(label.getKey()), label.getValue())) {
                    return false;
                }
            }
        }
        return (labels.isEmpty() || !match.path("matchLabels").isEmpty())
                && covers(exclude.path("matchExpressions"), match.path("matchExpressions"));
    }

    /** Whether a list excludes nothing, or all that another one has. */
    private static boolean covers(JsonNode excluded, JsonNode matched) {
        if (excluded.isEmpty()) {
            return true;
        }
        for (JsonNode value : matched) {
            if (!contains(excluded, value)) {
                return false;
            }
        }
        return !matched.isEmpty();
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode other : list) {
            if (same(other, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return JsonEquality.deepEqual(one, other, NumberView.FLOAT64);
    }
}
