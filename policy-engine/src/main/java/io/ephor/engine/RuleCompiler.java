package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleType;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.ContextCompiler;
import io.ephor.engine.generate.GenerateCompiler;
import io.ephor.engine.generate.GenerateSettings;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.match.MatchCompiler;
import io.ephor.engine.mutate.MutateCompiler;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.rule.FailureActions;
import io.ephor.engine.rule.Preconditions;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.Feature;
import io.ephor.engine.validate.ValidateBody;
import io.ephor.engine.validate.ValidateCompiler;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.Template;
import io.ephor.spi.RuleBodyCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one policy. What this engine does not have is reported, never left out. */
final class RuleCompiler {
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

    /** Compiles a validate rule; null if faults were reported. */
    @Nullable
    CompiledRule compile(RuleDefinition rule) {
        if (!isSupported(rule)) {
            return null;
        }
        RuleFacts facts = facts(rule, RuleType.VALIDATION);
        ValidateBody body = validates.compile(facts, rule);
        RuleFrame frame = frame(rule, facts);
        return body == null ? null : rule(rule, frame, body);
    }

    /** Compiles a mutate rule; null if faults were reported. */
    @Nullable
    MutateRule compileMutation(RuleDefinition rule) {
        if (!isSupported(rule)) {
            return null;
        }
        MutateCompiler bodies = new MutateCompiler(queries, faults);
        RuleFrame frame = frame(rule, facts(rule, RuleType.MUTATION));
        return rule.node().path("mutate").hasNonNull("targets")
                ? new CompiledTargetMutation(
                        frame, bodies.compileTargets(rule.node(), rule.pointer(), policy.namespace()))
                : new CompiledMutation(frame, bodies.compile(rule.node(), rule.pointer()));
    }

    /** Compiles a generate rule; null if faults were reported. */
    @Nullable
    CompiledGeneration compileGeneration(RuleDefinition rule) {
        if (!isSupported(rule)) {
            return null;
        }
        JsonNode generate = rule.node().path("generate");
        return new CompiledGeneration(
                policy,
                frame(rule, facts(rule, RuleType.GENERATION)),
                GenerateSettings.of(rule.name(), generate, policy.spec()),
                new GenerateCompiler(queries, faults).compile(rule.name(), generate, rule.pointer() + "/generate"),
                asksForDeletion(rule.node().path("match")));
    }

    /** Kyverno: pkg/webhooks/utils/match.go. */
    private static boolean asksForDeletion(JsonNode match) {
        List<JsonNode> filters = new ArrayList<>(List.of(match));
        match.path("all").forEach(filters::add);
        match.path("any").forEach(filters::add);
        for (JsonNode filter : filters) {
            for (JsonNode operation : filter.path("resources").path("operations")) {
                if ("DELETE".equals(operation.textValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSupported(RuleDefinition rule) {
        boolean supported = true;
        for (Map.Entry<String, JsonNode> written : rule.node().properties()) {
            JsonNode value = written.getValue();
            if (Feature.refuses(written.getKey()) && !value.isNull() && !isEmptyList(value)) {
                reportUnsupported(rule, written.getKey());
                supported = false;
            }
        }
        return supported;
    }

    private void reportUnsupported(RuleDefinition rule, String field) {
        faults.report(Fault.unsupported(field, rule.pointer() + "/" + field)
                .withKeyAsPlace()
                .withSubject("rule `" + rule.name() + "`"));
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
        RuleFacts facts = facts(rule, RuleType.VALIDATION);
        String reason = faults.diagnostics().get(0).message();
        return rule(rule, frame(rule, facts), ValidateCompiler.failing(facts, "failed to derive rule: " + reason));
    }

    /** Compiles a mutate rule that autogen derived from one that could be compiled. */
    MutateRule compileDerivedMutation(RuleDefinition rule) {
        return Objects.requireNonNull(compileMutation(rule), rule.name());
    }

    private RuleFacts facts(RuleDefinition rule, RuleType type) {
        JsonNode validate = rule.node().path("validate");
        return new RuleFacts(
                rule.name(),
                type,
                () -> faults.locate(rule.pointer()),
                FailureActions.compile(policy.spec(), validate, validate(rule), faults));
    }

    private CompiledMatch match(RuleDefinition rule) {
        return new MatchCompiler(faults).compile(rule.name(), rule.node(), rule.pointer(), policy.namespace());
    }

    private CompiledRule rule(RuleDefinition rule, RuleFrame frame, ValidateBody body) {
        boolean existingViolationsAllowed = frame.facts().failureActions().enforcedByDefault()
                && body.heedsOldResource()
                && rule.node().path("validate").path("allowExistingViolations").asBoolean(true);
        return new CompiledRule(frame, body, existingViolationsAllowed);
    }

    private RuleFrame frame(RuleDefinition rule, RuleFacts facts) {
        return new RuleFrame(
                rule.pointer(), facts, match(rule), context(rule), preconditions(rule), reportProperties(rule));
    }

    private CompiledContext context(RuleDefinition rule) {
        return new ContextCompiler(queries, faults).compile(rule.node().path("context"), rule.pointer() + "/context");
    }

    private @Nullable Preconditions preconditions(RuleDefinition rule) {
        return Preconditions.of(
                new ConditionCompiler(queries, faults).compileStated(rule.node(), "preconditions", rule.pointer()),
                faults);
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
