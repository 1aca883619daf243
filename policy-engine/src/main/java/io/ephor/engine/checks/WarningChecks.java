package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.match.KindSelector;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What deserves attention in a policy although it is admitted.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go
 */
final class WarningChecks {
    private static final List<String> ALL_CONTROLLERS =
            List.of("cronjob", "daemonset", "deployment", "job", "statefulset");
    private static final List<String> FORMS = List.of("all", "any");
    private static final String OLD_ACTIONS =
            "Validation failure actions enforce/audit are deprecated, use Enforce/Audit instead.";

    private final FaultCollector faults;
    private final PolicyDefinition policy;
    private final SubresourceWarnings subresources;

    WarningChecks(FaultCollector faults, PolicyDefinition policy) {
        this.faults = faults;
        this.policy = policy;
        this.subresources = new SubresourceWarnings(faults);
    }

    /** Checks what the policy says outside of its rules. */
    void check() {
        JsonNode spec = policy.spec();
        if (isOldAction(spec.path("validationFailureAction"))) {
            oldAction("/spec/validationFailureAction");
        } else {
            overrides(spec.path("validationFailureActionOverrides"), "/spec/validationFailureActionOverrides");
        }
    }

    void check(RuleDefinition rule) {
        JsonNode validate = rule.node().path("validate");
        if (validate.hasNonNull("failureAction")) {
            overrides(validate.path("failureActionOverrides"), rule.pointer() + "/validate/failureActionOverrides");
        }
        patchOfPods(rule);
        String controllers = policy.annotations().get(PolicyDefinition.CONTROLLERS_ANNOTATION);
        if (controllers != null) {
            controllers(rule, kinds(rule.node().path("match")), controllers);
        }
        if (rule.words().subresources()) {
            subresources.check(rule);
        }
        if (RuleBodies.isValidate(rule.node())) {
            operators(validate, rule.pointer());
        }
    }

    private void overrides(JsonNode overrides, String pointer) {
        for (int i = 0; i < overrides.size(); i++) {
            if (isOldAction(overrides.get(i).path("action"))) {
                oldAction(pointer + "/" + i + "/action");
                return;
            }
        }
    }

    private static boolean isOldAction(JsonNode action) {
        String text = action.textValue();
        return text != null && (text.equals("enforce") || text.equals("audit"));
    }

    private void oldAction(String pointer) {
        faults.report(Fault.warning("deprecated-value", pointer, "expected `Enforce` or `Audit`, with a capital letter")
                .withKyvernoText(AdmissionStep.ACTION_NAMES, OLD_ACTIONS));
    }

    /** Returns the kinds of a block in all of its filters. */
    static List<String> kinds(JsonNode block) {
        List<String> kinds = new ArrayList<>(Texts.list(block.path("resources").path("kinds")));
        for (String name : FORMS) {
            JsonNode filters = block.path(name);
            for (int i = 0; i < filters.size(); i++) {
                kinds.addAll(Texts.list(filters.get(i).path("resources").path("kinds")));
            }
        }
        return kinds;
    }

    private void patchOfPods(RuleDefinition rule) {
        JsonNode node = rule.node();
        boolean patch = !Texts.of(node.path("mutate"), "patchesJson6902").isEmpty();
        if (patch
                && Texts.list(node.path("match").path("resources").path("kinds"))
                        .contains("Pod")) {
            faults.report(Fault.warning(
                            "pods-of-controllers",
                            rule.pointer() + "/mutate/patchesJson6902",
                            "pods of controllers are changed too, and set back by these")
                    .withKeyAsPlace()
                    .withKyvernoText(
                            AdmissionStep.PATCH,
                            "Pods managed by workload controllers should not be directly mutated using policies. "
                                    + "Use the autogen feature or write policies that match Pod controllers."));
        }
    }

    private void controllers(RuleDefinition rule, List<String> written, String controllers) {
        Set<String> kinds = new HashSet<>();
        for (String kind : written) {
            kinds.add(KindSelector.parse(kind).kind());
        }
        String[] listed = controllers.toLowerCase(Locale.ROOT).split(",", -1);
        Arrays.sort(listed);
        if (controllers.equals("none") || !kinds.equals(Set.of("Pod")) || ALL_CONTROLLERS.equals(List.of(listed))) {
            return;
        }
        faults.report(Fault.warning(
                        "pods-of-controllers",
                        rule.pointer() + "/match",
                        "pods of the controllers that autogen leaves out are matched all the same")
                .withKeyAsPlace()
                .withKyvernoText(
                        AdmissionStep.CONTROLLERS,
                        "Policies that match Pods apply to all Pods including those created and managed by controllers "
                                + "excluded from autogen. Use preconditions to exclude the Pods managed by controllers"
                                + " which are excluded from autogen. Refer to"
                                + " https://kyverno.io/docs/policy-types/cluster-policy/autogen/ for details."));
    }

    private void operators(JsonNode validate, String rule) {
        conditions(validate.path("deny").path("conditions"), rule, "/validate/deny/conditions");
        JsonNode loops = validate.path("foreach");
        for (int i = 0; loops.isArray() && i < loops.size(); i++) {
            String place = rule + "/validate/foreach/" + i;
            conditions(loops.get(i).path("preconditions"), place, "/preconditions");
            conditions(loops.get(i).path("deny").path("conditions"), place, "/deny/conditions");
        }
    }

    private void conditions(JsonNode block, String owner, String field) {
        list(block, owner, field, "/");
        list(block.path("any"), owner, field, "/any/");
        list(block.path("all"), owner, field, "/all/");
    }

    private void list(JsonNode conditions, String owner, String field, String form) {
        for (int i = 0; conditions.isArray() && i < conditions.size(); i++) {
            String operator = Texts.of(conditions.get(i), "operator");
            if (operator.equals("In") || operator.equals("NotIn")) {
                faults.report(Fault.warning(
                                "deprecated-operator",
                                owner + field + form + i + "/operator",
                                "`" + operator + "` is deprecated, `All" + operator + "` and `Any" + operator
                                        + "` say more")
                        .withKyvernoText(
                                AdmissionStep.OPERATORS,
                                "Operator " + operator + " has been deprecated and will be removed soon. Use these"
                                        + " instead: [\"All" + operator + "\" \"Any" + operator + "\"]"));
            }
        }
    }
}
