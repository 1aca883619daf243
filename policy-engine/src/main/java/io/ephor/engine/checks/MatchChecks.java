package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.wording.GoStructureText;
import io.ephor.values.FieldPath;
import java.util.Map;

/**
 * What {@code match} and {@code exclude} must state.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, api/kyverno/v1/match_resources_types.go
 */
final class MatchChecks {
    /** What Kyverno says where a rule that is not bound to kinds looks at more than metadata. */
    static final String ONLY_METADATA_TEXT =
            "policy can only deal with the metadata field of the resource if the rule does not match any kind";

    private static final String NO_KINDS =
            "at least one element must be specified in a kind block, the kind attribute is"
                    + " mandatory when working with the resources element";

    private final FaultCollector faults;
    private final boolean background;

    /**
     * Makes the checks of a policy.
     *
     * @param background whether the policy is also run in the background, where nobody makes a request
     */
    MatchChecks(FaultCollector faults, boolean background) {
        this.faults = faults;
        this.background = background;
    }

    void check(RuleDefinition rule) {
        block(rule, "match", AdmissionStep.MATCH);
        block(rule, "exclude", AdmissionStep.EXCLUDE);
        JsonNode match = rule.node().path("match");
        JsonNode any = match.path("any");
        JsonNode all = match.path("all");
        if (!any.isEmpty()) {
            stated(rule, any, "/match/any/");
        } else if (!all.isEmpty()) {
            stated(rule, all, "/match/all/");
        } else if (!isComplete(match)) {
            incomplete(rule, match, rule.pointer() + "/match");
        }
    }

    private void stated(RuleDefinition rule, JsonNode filters, String place) {
        for (int i = 0; i < filters.size(); i++) {
            if (!isComplete(filters.get(i))) {
                incomplete(rule, filters.get(i), rule.pointer() + place + i);
            }
        }
    }

    /** A filter of {@code match} names kinds. */
    private static boolean isComplete(JsonNode filter) {
        return !filter.path("resources").path("kinds").isEmpty();
    }

    private void incomplete(RuleDefinition rule, JsonNode filter, String pointer) {
        if (!states(filter.path("resources"))) {
            faults.report(Fault.error("nothing-matched", pointer, "the filter states no resources")
                    .withKyvernoText(
                            AdmissionStep.RESOURCES,
                            "path: " + FieldPath.of(rule.pointer())
                                    + ".match.resources.: match resources not specified"));
            return;
        }
        String text = MetadataOnly.inBodies(rule.node()) ? NO_KINDS : ONLY_METADATA_TEXT;
        faults.report(Fault.error("missing-kinds", pointer + "/resources", "`kinds` is missing")
                .withKyvernoText(AdmissionStep.STATED_KINDS, text));
    }

    private static boolean states(JsonNode resources) {
        for (Map.Entry<String, JsonNode> field : resources.properties()) {
            JsonNode value = field.getValue();
            boolean empty = value.isTextual() ? value.textValue().isEmpty() : value.isNull();
            if (!empty) {
                return true;
            }
        }
        return false;
    }

    private void block(RuleDefinition rule, String name, AdmissionStep step) {
        JsonNode block = rule.node().path(name);
        if (block.isEmpty()) {
            return;
        }
        JsonNode any = block.path("any");
        JsonNode all = block.path("all");
        combination(rule, block, name, step);
        FilterChecks filters = new FilterChecks(faults, background, rule, step);
        if (!FilterChecks.isPlain(block)) {
            filters.check(block, rule.pointer() + "/" + name);
        }
        filters(filters, any, rule.pointer(), name, "/any/");
        filters(filters, all, rule.pointer(), name, "/all/");
    }

    private static void filters(FilterChecks checks, JsonNode filters, String rule, String block, String form) {
        for (int i = 0; i < filters.size(); i++) {
            if (!FilterChecks.isPlain(filters.get(i))) {
                checks.check(filters.get(i), rule + "/" + block + form + i);
            }
        }
    }

    private void combination(RuleDefinition rule, JsonNode block, String name, AdmissionStep step) {
        boolean any = !block.path("any").isEmpty();
        boolean all = !block.path("all").isEmpty();
        if (any && all) {
            String pointer = rule.pointer() + "/" + name;
            faults.report(Fault.error("conflicting-fields", pointer, "only one of `any` and `all` may be stated")
                    .withKyvernoText(
                            step,
                            FieldPath.of(pointer) + ": Invalid value: " + GoStructureText.of("Match", block)
                                    + ": Can't specify any and all together"));
        } else if ((any || all) && states(block.path("resources"))) {
            String pointer = rule.pointer() + "/" + name;
            faults.report(Fault.error(
                            "conflicting-fields",
                            pointer + "/resources",
                            "`resources` may not stand beside `any` or `all`")
                    .withKyvernoText(
                            AdmissionStep.RESOURCES,
                            "path: " + FieldPath.of(pointer) + ".: can't specify any/all together with " + name
                                    + " resources"));
        }
    }
}
