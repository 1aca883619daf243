package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.ForeachVariables;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.RuleTemplate;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.TemplateVariable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where variables may stand, and which there are.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, ValidateVariables, and background.go
 */
final class VariableChecks {
    private static final Pattern OF_USER = Pattern.compile(
            "[^.](serviceAccountName|serviceAccountNamespace|request.userInfo|request.roles|request.clusterRoles)\\b");

    private final QueryCompiler queries;
    private final FaultCollector faults;
    private final boolean background;

    VariableChecks(QueryCompiler queries, FaultCollector faults, boolean background) {
        this.queries = queries;
        this.faults = faults;
        this.background = background;
    }

    void check(RuleDefinition rule) {
        JsonNode node = rule.node();
        RuleTemplate template = RuleTemplate.compile(node, queries);
        if (template.isStatic()) {
            return;
        }
        try {
            TemplateVariable outside = ForeachVariables.firstOutside(node);
            if (outside != null) {
                error(
                        "element-outside-foreach",
                        rule.pointer() + outside.pointer(),
                        "`" + outside.expression() + "` is the element of a loop and stands outside of one");
            }
        } catch (SubstitutionException tooDeep) {
            // What is too deep is reported by whoever compiles it.
            return;
        }
        RuleTemplate.compile(node.path("context"), queries).reportFaults(rule.pointer() + "/context", faults);
        boolean free = forbidden(rule, "match");
        free &= forbidden(rule, "exclude");
        if (free && node.path("mutate").path("targets").isEmpty()) {
            variables(rule, template);
        }
    }

    private boolean forbidden(RuleDefinition rule, String block) {
        List<TemplateVariable> variables =
                RuleTemplate.compile(rule.node().path(block), queries).variables();
        for (TemplateVariable variable : variables) {
            error(
                    "variable-not-allowed",
                    rule.pointer() + "/" + block + variable.pointer(),
                    "no variables are possible in `" + block + "`");
        }
        return variables.isEmpty();
    }

    private void variables(RuleDefinition rule, RuleTemplate template) {
        for (TemplateVariable variable : template.variables()) {
            if (background
                    && OF_USER.matcher("{{" + variable.expression() + "}}").find()) {
                error(
                        "background-user",
                        rule.pointer() + variable.pointer(),
                        "who makes a request is not known in the background; set `spec.background` to false");
            }
        }
        KnownNames known = KnownNames.of(rule.node(), queries, background);
        try {
            template.resolve(known);
        } catch (SubstitutionException exception) {
            String unknown = known.unknown();
            if (unknown != null) {
                error(
                        "unknown-variable",
                        rule.pointer() + exception.pointer(),
                        "`" + unknown + "` is neither a variable of Kyverno nor a context entry of the rule");
            }
        }
    }

    private void error(String code, String pointer, String message) {
        faults.report(Fault.error(code, pointer, message));
    }
}
