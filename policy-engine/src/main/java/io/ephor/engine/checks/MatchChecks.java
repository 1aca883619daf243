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
        String pointer = rule.pointer() + "/match";
        String filters = filters(match);
        if (filters.isEmpty()) {
            stated(match, pointer);
            return;
        }
        for (int i = 0; i < match.path(filters).size(); i++) {
            stated(match.path(filters).get(i), pointer + "/" + filters + "/" + i);
        }
    }

    /** Returns the name of the list of filters that counts; empty where the block itself is the filter. */
    private static String filters(JsonNode block) {
        if (!block.path("any").isEmpty()) {
            return "any";
        }
        return block.path("all").isEmpty() ? "" : "all";
    }

    /** A filter of {@code match} names kinds. */
    private void stated(JsonNode filter, String pointer) {
        if (!states(filter.path("resources"))) {
            error("nothing-matched", pointer, "the filter states no resources");
        } else if (filter.path("resources").path("kinds").isEmpty()) {
            error("missing-kinds", pointer + "/resources", "`kinds` is missing");
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
        String pointer = rule.pointer() + "/" + name;
        boolean any = !block.path("any").isEmpty();
        boolean all = !block.path("all").isEmpty();
        if (any && all) {
            error("conflicting-fields", pointer, "only one of `any` and `all` may be stated");
        } else if ((any || all) && states(block.path("resources"))) {
            error("conflicting-fields", pointer + "/resources", "`resources` may not stand beside `any` or `all`");
        }
        filter(rule, block, pointer);
        for (String list : List.of("any", "all")) {
            for (int i = 0; i < block.path(list).size(); i++) {
                filter(rule, block.path(list).get(i), pointer + "/" + list + "/" + i);
            }
        }
    }

    private void filter(RuleDefinition rule, JsonNode filter, String pointer) {
        users(filter, pointer);
        JsonNode resources = filter.path("resources");
        String place = pointer + "/resources";
        if (resources.path("selector").isObject()) {
            selector(resources.path("selector"), place + "/selector");
        }
        List<String> kinds = Texts.list(resources.path("kinds"));
        if (kinds.contains("*")) {
            everyKind(rule, kinds, place + "/kinds");
        }
    }

    private void users(JsonNode filter, String pointer) {
        for (String field : List.of("roles", "clusterRoles", "subjects")) {
            if (background && !filter.path(field).isEmpty()) {
                error(
                        "background-user",
                        pointer + "/" + field,
                        "who makes a request is not known in the background; set `spec.background` to false");
            }
        }
        JsonNode roles = filter.path("roles");
        for (int i = 0; i < roles.size(); i++) {
            String role = String.valueOf(roles.get(i).textValue());
            if (role.indexOf(':') < 0 || role.indexOf(':') != role.lastIndexOf(':')) {
                error("invalid-value", pointer + "/roles/" + i, "expected a role as `namespace:name`");
            }
        }
        JsonNode subjects = filter.path("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            subject(subjects.get(i), pointer + "/subjects/" + i);
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
    private void selector(JsonNode selector, String pointer) {
        JsonNode labels = selector.path("matchLabels");
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            if (Wildcard.containsWildcard(label.getKey())
                    || Wildcard.containsWildcard(String.valueOf(label.getValue().textValue()))) {
                return;
            }
        }
        JsonNode expressions = selector.path("matchExpressions");
        if (labels.isEmpty() && expressions.isEmpty()) {
            error("empty-selector", pointer, "the selector states nothing");
        }
        for (int i = 0; i < expressions.size(); i++) {
            String place = pointer + "/matchExpressions/" + i;
            boolean values = !expressions.get(i).path("values").isEmpty();
            switch (Texts.of(expressions.get(i), "operator")) {
                case "In", "NotIn" -> {
                    if (!values) {
                        error("missing-field", place, "`In` and `NotIn` need `values`");
                    }
                }
                case "Exists", "DoesNotExist" -> {
                    if (values) {
                        error("conflicting-fields", place + "/values", "`Exists` and `DoesNotExist` have no `values`");
                    }
                }
                default ->
                    error("invalid-value", place + "/operator", "expected `In`, `NotIn`, `Exists` or `DoesNotExist`");
            }
        }
    }

    private void everyKind(RuleDefinition rule, List<String> kinds, String pointer) {
        JsonNode node = rule.node();
        if (background) {
            error("every-kind", pointer, "`*` is not possible in the background; set `spec.background` to false");
        }
        if (kinds.size() > 1) {
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
        faults.report(Fault.error(code, pointer, message));
    }
}
