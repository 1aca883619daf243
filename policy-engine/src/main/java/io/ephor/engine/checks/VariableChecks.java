package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.source.KyvernoText;
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

    /** What Kyverno says first where a policy needs to know who makes a request, and may not. */
    static final String BACKGROUND =
            "only select variables are allowed in background mode. Set spec.background=false to"
                    + " disable background mode for this policy rule: ";

    /** What Kyverno says first where variables stand that may not. */
    static final String INVALID = "policy contains invalid variables: ";

    private static final String TARGETS = "/mutate/targets/";

    private final QueryCompiler queries;
    private final FaultCollector faults;
    private final boolean background;
    private final boolean usersAllowed;

    /**
     * @param background whether there may be no request
     * @param usersAllowed whether variables may tell of the user even then
     */
    VariableChecks(QueryCompiler queries, FaultCollector faults, boolean background, boolean usersAllowed) {
        this.queries = queries;
        this.faults = faults;
        this.background = background;
        this.usersAllowed = usersAllowed;
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
                faults.error(
                        "element-outside-foreach",
                        rule.pointer() + outside.pointer(),
                        "`" + outside.expression() + "` is the element of a loop and stands outside of one",
                        AdmissionStep.ELEMENTS,
                        ForeachVariables.text(outside));
            }
        } catch (SubstitutionException tooDeep) {
            // What is too deep is reported by whoever compiles it.
            return;
        }
        RuleTemplate.compile(node.path("context"), queries).reportFaults(rule.pointer() + "/context", faults);
        boolean free = forbidden(rule, "exclude");
        free &= forbidden(rule, "match");
        if (!free) {
            return;
        }
        if (node.path("mutate").hasNonNull("targets")) {
            JsonNode places = places(node);
            unknown(rule, RuleTemplate.compile(places, queries), KnownNames.of(places, queries, background), true);
            unknown(rule, template, KnownNames.ofTargets(node, queries, background), false);
        } else {
            users(rule, template);
            unknown(rule, template, KnownNames.of(node, queries, background), false);
        }
    }

    /** Checks a rule that autogen derived; what is wrong with it is told of the rule as written. */
    void checkDerived(RuleDefinition rule) {
        JsonNode node = rule.node();
        unknown(rule, RuleTemplate.compile(node, queries), KnownNames.of(node, queries, background), false);
    }

    /** Returns what of a rule is known before there is a target: which resources are meant, without their labels. */
    private static JsonNode places(JsonNode rule) {
        ObjectNode places = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("context", "preconditions")) {
            if (rule.hasNonNull(field)) {
                places.set(field, rule.get(field));
            }
        }
        ArrayNode targets = places.putObject("mutate").putArray("targets");
        for (JsonNode target : rule.path("mutate").path("targets")) {
            ObjectNode place = targets.addObject();
            for (String field : List.of("apiVersion", "kind", "namespace", "name", "uid")) {
                if (target.hasNonNull(field)) {
                    place.set(field, target.get(field));
                }
            }
        }
        return places;
    }

    private boolean forbidden(RuleDefinition rule, String block) {
        List<TemplateVariable> variables =
                RuleTemplate.compile(rule.node().path(block), queries).variables();
        for (TemplateVariable variable : variables) {
            faults.error(
                    "variable-not-allowed",
                    rule.pointer() + "/" + block + variable.pointer(),
                    "no variables are possible in `" + block + "`",
                    AdmissionStep.VARIABLES,
                    INVALID + "rule \"" + rule.name() + "\" should not have variables in " + block + " section");
        }
        return variables.isEmpty();
    }

    private void users(RuleDefinition rule, RuleTemplate template) {
        if (!background || usersAllowed) {
            return;
        }
        for (TemplateVariable variable : template.variables()) {
            if (OF_USER.matcher("{{" + variable.expression() + "}}").find()) {
                faults.error(
                        "background-user",
                        rule.pointer() + variable.pointer(),
                        "who makes a request is not known in the background; set `spec.background` to false",
                        AdmissionStep.USER_VARIABLES,
                        BACKGROUND + "variable " + written(rule, variable) + " is not allowed ");
            }
        }
    }

    /** Returns the position of the target in which a place is; 0 for what is outside of targets. */
    private static String target(String pointer) {
        if (!pointer.startsWith(TARGETS)) {
            return "0";
        }
        int end = pointer.indexOf('/', TARGETS.length());
        return pointer.substring(TARGETS.length(), end < 0 ? pointer.length() : end);
    }

    private void unknown(RuleDefinition rule, RuleTemplate template, KnownNames known, boolean places) {
        try {
            template.resolve(known);
        } catch (SubstitutionException exception) {
            String unknown = known.unknown();
            String where = places
                    ? "invalid variables defined at mutate.targets[" + target(exception.pointer()) + "]: "
                    : "variable substitution failed for rule " + rule.name() + ": ";
            if (unknown == null) {
                String text = INVALID + where + exception.text();
                faults.refuse(new KyvernoText(AdmissionStep.VARIABLES, text), rule.pointer() + exception.pointer());
                return;
            }
            faults.error(
                    "unknown-variable",
                    rule.pointer() + exception.pointer(),
                    "`" + unknown + "` is neither a variable of Kyverno nor a context entry of the rule",
                    AdmissionStep.VARIABLES,
                    INVALID + where + known.text(unknown));
        }
    }

    /** Returns a variable with its braces, as it is written where references have not changed the text. */
    private static String written(RuleDefinition rule, TemplateVariable variable) {
        String text =
                variable.onKey() ? null : rule.node().at(variable.pointer()).textValue();
        int start = text == null ? -1 : text.lastIndexOf("{{", variable.offset());
        int end = text == null ? -1 : text.indexOf("}}", variable.offset());
        return start < 0 || end < 0 || text == null
                ? "{{" + variable.expression() + "}}"
                : text.substring(start, end + 2);
    }
}
