package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.ContextCompiler;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.match.MatchCompiler;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.validate.FailureActions;
import io.ephor.engine.validate.Preconditions;
import io.ephor.engine.validate.RuleFacts;
import io.ephor.engine.validate.ValidateBody;
import io.ephor.engine.validate.ValidateCompiler;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.Template;
import io.ephor.spi.RuleBodyCompiler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one policy. What this engine does not have is reported, never left out. */
final class RuleCompiler {
    /** Fields of a rule that no compiler reads yet; empty ones mean nothing. */
    private static final List<String> UNSUPPORTED =
            List.of("celPreconditions", "imageExtractors", "mutate", "generate", "verifyImages");

    private final PolicyDefinition policy;
    private final QueryCompiler queries;
    private final ValidateCompiler validates;
    private final DocumentFaults faults;

    RuleCompiler(
            PolicyDefinition policy, List<RuleBodyCompiler> extensions, QueryCompiler queries, DocumentFaults faults) {
        this.policy = policy;
        this.queries = queries;
        this.validates = new ValidateCompiler(extensions, queries, faults);
        this.faults = faults;
    }

    /** Compiles a rule; null if faults were reported. */
    @Nullable
    CompiledRule compile(RuleDefinition rule) {
        boolean supported = true;
        for (Map.Entry<String, JsonNode> written : rule.node().properties()) {
            String field = written.getKey();
            if (UNSUPPORTED.contains(field) && !written.getValue().isNull() && !isEmptyList(written.getValue())) {
                faults.report(Fault.unsupported(field, rule.pointer() + "/" + field)
                        .withKeyAsPlace()
                        .withSubject("rule `" + rule.name() + "`"));
                supported = false;
            }
        }
        if (!supported) {
            return null;
        }
        RuleFacts facts = facts(rule);
        ValidateBody body = validates.compile(facts, rule.node().path("validate"), validate(rule), rule.derived());
        CompiledMatch match = match(rule);
        return body == null ? null : rule(rule, facts, match, body);
    }

    /**
     * Compiles a rule that autogen derived from one that could be compiled. Where the derived one cannot, which wrapping a
     * pattern at the limit of depth can do, the rule ends every evaluation in error and says why.
     */
    CompiledRule compileDerived(RuleDefinition rule) {
        CompiledRule compiled = compile(rule);
        if (compiled != null && !faults.hasErrors()) {
            return compiled;
        }
        RuleFacts facts = facts(rule);
        String reason = faults.diagnostics().get(0).message();
        return rule(rule, facts, match(rule), ValidateCompiler.failing(facts, "failed to derive rule: " + reason));
    }

    private RuleFacts facts(RuleDefinition rule) {
        JsonNode validate = rule.node().path("validate");
        return new RuleFacts(
                rule.name(),
                faults.locate(rule.pointer()),
                FailureActions.compile(policy.spec(), validate, validate(rule), faults));
    }

    private CompiledMatch match(RuleDefinition rule) {
        return new MatchCompiler(faults).compile(rule.name(), rule.node(), rule.pointer(), policy.namespace());
    }

    private CompiledRule rule(RuleDefinition rule, RuleFacts facts, CompiledMatch match, ValidateBody body) {
        boolean existingViolationsAllowed = facts.failureActions().enforcedByDefault()
                && rule.node().path("validate").path("allowExistingViolations").asBoolean(true);
        return new CompiledRule(
                facts,
                match,
                context(rule),
                preconditions(rule),
                reportProperties(rule),
                body,
                existingViolationsAllowed);
    }

    private CompiledContext context(RuleDefinition rule) {
        return new ContextCompiler(queries, faults).compile(rule.node().path("context"), rule.pointer() + "/context");
    }

    private @Nullable Preconditions preconditions(RuleDefinition rule) {
        JsonNode written = rule.node().path("preconditions");
        if (written.isMissingNode() || written.isNull()) {
            return null;
        }
        String pointer = rule.pointer() + "/preconditions";
        return new Preconditions(
                new ConditionCompiler(queries, faults).compile(written, pointer), faults.locate(pointer));
    }

    private @Nullable ReportProperties reportProperties(RuleDefinition rule) {
        JsonNode written = rule.node().path("reportProperties");
        if (written.isEmpty()) {
            return null;
        }
        Template template = Template.compile(written, queries);
        template.reportFaults(rule.pointer() + "/reportProperties", faults);
        return ReportProperties.of(template);
    }

    private static String validate(RuleDefinition rule) {
        return rule.pointer() + "/validate";
    }

    private static boolean isEmptyList(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }
}
