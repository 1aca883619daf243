package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.match.MatchCompiler;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.validate.FailureActions;
import io.ephor.engine.validate.RuleFacts;
import io.ephor.engine.validate.ValidateBody;
import io.ephor.engine.validate.ValidateCompiler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one policy. What this engine does not have is reported, never left out. */
final class RuleCompiler {
    /** Fields of a rule that no compiler reads yet; empty ones mean nothing. */
    private static final List<String> UNSUPPORTED = List.of(
            "context",
            "preconditions",
            "celPreconditions",
            "imageExtractors",
            "reportProperties",
            "mutate",
            "generate",
            "verifyImages");

    private final PolicyDefinition policy;
    private final ValidateCompiler validates;
    private final FaultCollector faults;

    RuleCompiler(PolicyDefinition policy, ValidateCompiler validates, FaultCollector faults) {
        this.policy = policy;
        this.validates = validates;
        this.faults = faults;
    }

    /** Compiles a rule; null if faults were reported. */
    @Nullable
    CompiledRule compile(RuleDefinition rule) {
        JsonNode node = rule.node();
        boolean supported = true;
        for (String field : UNSUPPORTED) {
            if (node.hasNonNull(field) && !isEmptyList(node.get(field))) {
                faults.report(Fault.unsupported(field, rule.pointer() + "/" + field)
                        .withKeyAsPlace()
                        .withSubject("rule `" + rule.name() + "`"));
                supported = false;
            }
        }
        if (!supported) {
            return null;
        }
        JsonNode validate = node.path("validate");
        String pointer = rule.pointer() + "/validate";
        RuleFacts facts = new RuleFacts(
                rule.name(),
                faults.locate(rule.pointer()),
                FailureActions.compile(policy.spec(), validate, pointer, faults));
        ValidateBody body = validates.compile(facts, validate, pointer, rule.derived());
        CompiledMatch match = new MatchCompiler(faults).compile(rule.name(), node, rule.pointer(), policy.namespace());
        if (body == null) {
            return null;
        }
        boolean existingViolationsAllowed = facts.failureActions().enforcedByDefault()
                && validate.path("allowExistingViolations").asBoolean(true);
        return new CompiledRule(facts, match, body, existingViolationsAllowed);
    }

    private static boolean isEmptyList(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }
}
