package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code match} and {@code exclude} must state.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, api/kyverno/v1/match_resources_types.go
 */
final class MatchChecks {
    private static final String ONLY_METADATA =
            "a rule for every kind may look at nothing but `metadata`, which all resources have";

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
        block(rule, "match");
        block(rule, "exclude");
        JsonNode match = rule.node().path("match");
        JsonNode any = match.path("any");
        JsonNode all = match.path("all");
        if (!any.isEmpty()) {
            stated(any, rule.pointer() + "/match/any/");
        } else if (!all.isEmpty()) {
            stated(all, rule.pointer() + "/match/all/");
        } else if (!isComplete(match)) {
            incomplete(match, rule.pointer() + "/match");
        }
    }

    private void stated(JsonNode filters, String prefix) {
        for (int i = 0; i < filters.size(); i++) {
            if (!isComplete(filters.get(i))) {
                incomplete(filters.get(i), prefix + i);
            }
        }
    }

    /** A filter of {@code match} names kinds. */
    private static boolean isComplete(JsonNode filter) {
        return !filter.path("resources").path("kinds").isEmpty();
    }

    private void incomplete(JsonNode filter, String pointer) {
        if (states(filter.path("resources"))) {
            error("missing-kinds", pointer + "/resources", "`kinds` is missing");
        } else {
            error("nothing-matched", pointer, "the filter states no resources");
        }
    }

    private static boolean states(JsonNode resources) {
        for (Map.Entry<String, JsonNode> field : resources.properties()) {
            JsonNode value = field.getValue();
            boolean object =
                    value.isObject() && field.getKey().toLowerCase(Locale.ROOT).endsWith("selector");
            boolean empty = value.isTextual() ? value.textValue().isEmpty() : value.isNull();
            if (object || (value.isContainerNode() ? !value.isEmpty() : !empty)) {
                return true;
            }
        }
        return false;
    }

    private void block(RuleDefinition rule, String name) {
        JsonNode block = rule.node().path(name);
        if (block.isEmpty()) {
            return;
        }
        String pointer = rule.pointer() + "/" + name;
        JsonNode any = block.path("any");
        JsonNode all = block.path("all");
        if (!any.isEmpty() && !all.isEmpty()) {
            error("conflicting-fields", pointer, "only one of `any` and `all` may be stated");
        } else if ((!any.isEmpty() || !all.isEmpty()) && states(block.path("resources"))) {
            error("conflicting-fields", pointer + "/resources", "`resources` may not stand beside `any` or `all`");
        }
        filter(rule, block, pointer);
        for (int i = 0; i < any.size(); i++) {
            filter(rule, any.get(i), pointer + "/any/" + i);
        }
        for (int i = 0; i < all.size(); i++) {
            filter(rule, all.get(i), pointer + "/all/" + i);
        }
    }

    private void filter(RuleDefinition rule, JsonNode filter, String pointer) {
        for (Map.Entry<String, JsonNode> field : filter.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "resources" -> resources(rule, value, pointer);
                case "roles" -> roles(value, pointer + "/roles");
                case "clusterRoles" -> user(value, pointer + "/clusterRoles");
                case "subjects" -> subjects(value, pointer + "/subjects");
                default -> {}
            }
        }
    }

    private void resources(RuleDefinition rule, JsonNode resources, String pointer) {
        if (resources.path("selector").isObject()) {
            selector(resources.path("selector"), pointer + "/resources/selector", faults);
        }
        JsonNode kinds = resources.path("kinds");
        for (int i = 0; i < kinds.size(); i++) {
            if ("*".equals(kinds.get(i).textValue())) {
                everyKind(rule, kinds.size(), pointer + "/resources/kinds");
                return;
            }
        }
    }

    private void user(JsonNode list, String pointer) {
        if (background && !list.isEmpty()) {
            error(
                    "background-user",
                    pointer,
                    "who makes a request is not known in the background; set `spec.background` to false");
        }
    }

    private void roles(JsonNode roles, String pointer) {
        user(roles, pointer);
        for (int i = 0; i < roles.size(); i++) {
            String role = String.valueOf(roles.get(i).textValue());
            if (role.indexOf(':') < 0 || role.indexOf(':') != role.lastIndexOf(':')) {
                error("invalid-value", pointer + "/" + i, "expected a role as `namespace:name`");
            }
        }
    }

    private void subjects(JsonNode subjects, String pointer) {
        user(subjects, pointer);
        for (int i = 0; i < subjects.size(); i++) {
            subject(subjects.get(i), pointer + "/" + i);
        }
    }

    private void subject(JsonNode subject, String pointer) {
        String kind = Texts.of(subject, "kind");
        if (!List.of("User", "Group", "ServiceAccount").contains(kind)) {
            error("invalid-value", pointer + "/kind", "expected `User`, `Group` or `ServiceAccount`");
        }
        if (Texts.of(subject, "name").isEmpty()) {
            error("missing-field", pointer, "missing field `name`");
        }
        if (kind.equals("ServiceAccount") && Texts.of(subject, "namespace").isEmpty()) {
            error("missing-field", pointer, "missing field `namespace` of a service account");
        }
    }

    /** A selector with a wildcard is not looked into. */
    static void selector(JsonNode selector, String pointer, FaultCollector faults) {
        JsonNode labels = selector.path("matchLabels");
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            if (Wildcard.containsWildcard(label.getKey())
                    || Wildcard.containsWildcard(String.valueOf(label.getValue().textValue()))) {
                return;
            }
        }
        JsonNode expressions = selector.path("matchExpressions");
        if (labels.isEmpty() && expressions.isEmpty()) {
            error(faults, "empty-selector", pointer, "the selector states nothing");
        }
        for (int i = 0; i < expressions.size(); i++) {
            String place = pointer + "/matchExpressions/" + i;
            boolean values = !expressions.get(i).path("values").isEmpty();
            switch (Texts.of(expressions.get(i), "operator")) {
                case "In", "NotIn" -> {
                    if (!values) {
                        error(faults, "missing-field", place, "`In` and `NotIn` need `values`");
                    }
                }
                case "Exists", "DoesNotExist" -> {
                    if (values) {
                        error(
                                faults,
                                "conflicting-fields",
                                place + "/values",
                                "`Exists` and `DoesNotExist` have no `values`");
                    }
                }
                default ->
                    error(
                            faults,
                            "invalid-value",
                            place + "/operator",
                            "expected `In`, `NotIn`, `Exists` or `DoesNotExist`");
            }
        }
    }

    private void everyKind(RuleDefinition rule, int kinds, String pointer) {
        JsonNode node = rule.node();
        if (background) {
            error("every-kind", pointer, "`*` is not possible in the background; set `spec.background` to false");
        }
        if (kinds > 1) {
            error("every-kind", pointer, "`*` stands for every kind and allows no other beside it");
        }
        boolean loops = node.path("validate").has("foreach");
        if (RuleBodies.isGenerate(node) || RuleBodies.isVerifyImages(node) || loops) {
            error("every-kind", pointer, "`*` is not possible for rules that generate, verify images or loop");
        } else if (!MetadataOnly.holds(node)) {
            error("every-kind", pointer, ONLY_METADATA);
        }
    }

    private void error(String code, String pointer, String message) {
        error(faults, code, pointer, message);
    }

    private static void error(FaultCollector faults, String code, String pointer, String message) {
        faults.report(Fault.error(code, pointer, message));
    }
}
