package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.match.CompiledSelector;
import io.ephor.engine.match.LabelSelector;
import io.ephor.engine.match.MatchReader;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.source.KyvernoText;
import io.ephor.engine.wording.GoStructureText;
import io.ephor.values.FieldPath;
import io.ephor.values.GoQuote;
import io.ephor.values.Wildcard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter of {@code match} or {@code exclude} must state.
 *
 * <p>Kyverno: api/kyverno/v1/match_resources_types.go, pkg/validation/policy/background.go
 */
final class FilterChecks {
    private static final String ONLY_METADATA =
            "a rule for every kind may look at nothing but `metadata`, which all resources have";
    static final List<String> OF_USERS = List.of("roles", "clusterRoles", "subjects");

    private final FaultCollector faults;
    private final boolean background;
    private final RuleDefinition rule;
    private final AdmissionStep step;

    /**
     * Makes the checks of a block.
     *
     * @param background whether the policy is also run in the background, where nobody makes a request
     * @param step that of the block
     */
    FilterChecks(FaultCollector faults, boolean background, RuleDefinition rule, AdmissionStep step) {
        this.faults = faults;
        this.background = background;
        this.rule = rule;
        this.step = step;
    }

    /** Says whether a filter states nothing that could be wrong: neither users nor selectors nor every kind. */
    static boolean isPlain(JsonNode filter) {
        for (String field : OF_USERS) {
            if (filter.has(field)) {
                return false;
            }
        }
        JsonNode resources = filter.path("resources");
        return !resources.has("selector") && !isForEveryKind(resources.path("kinds"));
    }

    private static boolean isForEveryKind(JsonNode kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            if ("*".equals(kinds.get(i).textValue())) {
                return true;
            }
        }
        return false;
    }

    void check(JsonNode filter, String pointer) {
        if (filter.isEmpty()) {
            return;
        }
        if (background) {
            users(filter, pointer);
        }
        subjects(filter.path("subjects"), pointer + "/subjects");
        roles(filter.path("roles"), pointer + "/roles");
        resources(filter.path("resources"), pointer);
    }

    private void users(JsonNode filter, String pointer) {
        for (String field : OF_USERS) {
            if (!filter.path(field).isEmpty()) {
                String message = "who makes a request is not known in the background; set `spec.background` to false";
                String place = FieldPath.of(pointer + "/" + field).replace('.', '/');
                String text = VariableChecks.BACKGROUND + "invalid variable used at path: " + place + " ";
                report("background-user", pointer + "/" + field, message, AdmissionStep.USER_FILTERS, text);
            }
        }
    }

    private void roles(JsonNode roles, String pointer) {
        for (int i = 0; i < roles.size(); i++) {
            String role = String.valueOf(roles.get(i).textValue());
            if (role.indexOf(':') < 0 || role.indexOf(':') != role.lastIndexOf(':')) {
                String place = pointer + "/" + i;
                String detail = GoQuote.of(role) + ": Role is expected to be in namespace:name format";
                report("invalid-value", place, "expected a role as `namespace:name`", invalid(place, detail));
            }
        }
    }

    private void subjects(JsonNode subjects, String pointer) {
        for (int i = 0; i < subjects.size(); i++) {
            subject(subjects.get(i), pointer + "/" + i);
        }
    }

    private void subject(JsonNode subject, String pointer) {
        String kind = Texts.of(subject, "kind");
        if (!List.of("User", "Group", "ServiceAccount").contains(kind)) {
            String place = pointer + "/kind";
            String text = kind.isEmpty()
                    ? FieldPath.of(place) + ": Required value"
                    : invalid(place, GoQuote.of(kind) + ": kind must be 'User', 'Group', or 'ServiceAccount'");
            report("invalid-value", place, "expected `User`, `Group` or `ServiceAccount`", text);
        }
        if (Texts.of(subject, "name").isEmpty()) {
            report("missing-field", pointer, "missing field `name`", FieldPath.of(pointer) + ".name: Required value");
        }
        if (kind.equals("ServiceAccount") && Texts.of(subject, "namespace").isEmpty()) {
            String text = FieldPath.of(pointer)
                    + ".namespace: Required value: namespace is required when Kind is ServiceAccount";
            report("missing-field", pointer, "missing field `namespace` of a service account", text);
        }
    }

    private void resources(JsonNode resources, String pointer) {
        JsonNode selector = resources.path("selector");
        if (selector.isObject()) {
            selector(selector, pointer, step, faults);
        }
        JsonNode kinds = resources.path("kinds");
        if (isForEveryKind(kinds)) {
            everyKind(kinds.size(), pointer);
        }
    }

    /**
     * Checks the selector of a filter. One with a wildcard is not looked into.
     *
     * @param pointer the place of the filter
     */
    static void selector(JsonNode selector, String pointer, AdmissionStep step, FaultCollector faults) {
        JsonNode labels = selector.path("matchLabels");
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            if (Wildcard.containsWildcard(label.getKey())
                    || Wildcard.containsWildcard(String.valueOf(label.getValue().textValue()))) {
                return;
            }
        }
        String place = pointer + "/resources/selector";
        if (labels.isEmpty() && selector.path("matchExpressions").isEmpty()) {
            String text = selectorText(selector, pointer, "The requirements are not specified in selector");
            faults.report(Fault.error("empty-selector", place, "the selector states nothing")
                    .withKyvernoText(step, text));
            return;
        }
        LabelSelector written = new MatchReader(faults).selector(selector, place);
        String fault =
                written == null ? null : CompiledSelector.compile(written).fault(Map.of());
        if (fault == null) {
            return;
        }
        String text = selectorText(selector, pointer, fault);
        if (expressions(
                        selector.path("matchExpressions"),
                        place + "/matchExpressions/",
                        new KyvernoText(step, text),
                        faults)
                == 0) {
            faults.report(Fault.error("invalid-value", place, "a key or value of the selector is no label")
                    .withKyvernoText(step, text));
        }
    }

    private static String selectorText(JsonNode selector, String pointer, String detail) {
        return invalid(pointer + "/selector", GoStructureText.of("Selector", selector) + ": " + detail);
    }

    /** Says how many of the expressions are at fault. */
    private static int expressions(JsonNode expressions, String prefix, KyvernoText text, FaultCollector faults) {
        int found = 0;
        for (int i = 0; i < expressions.size(); i++) {
            Fault fault = expression(expressions.get(i), prefix + i);
            if (fault != null) {
                found++;
                faults.report(fault.withKyvernoText(text.step(), text.text()));
            }
        }
        return found;
    }

    private static @Nullable Fault expression(JsonNode expression, String pointer) {
        boolean values = !expression.path("values").isEmpty();
        return switch (Texts.of(expression, "operator")) {
            case "In", "NotIn" ->
                values ? null : Fault.error("missing-field", pointer, "`In` and `NotIn` need `values`");
            case "Exists", "DoesNotExist" ->
                values
                        ? Fault.error(
                                "conflicting-fields",
                                pointer + "/values",
                                "`Exists` and `DoesNotExist` have no `values`")
                        : null;
            default ->
                Fault.error(
                        "invalid-value", pointer + "/operator", "expected `In`, `NotIn`, `Exists` or `DoesNotExist`");
        };
    }

    private void everyKind(int kinds, String pointer) {
        JsonNode node = rule.node();
        if (background) {
            reportEveryKind(
                    pointer,
                    "`*` is not possible in the background; set `spec.background` to false",
                    "wildcard policy not allowed in background mode. Set spec.background=false to disable background mode"
                            + " for this policy rule ");
        }
        if (kinds > 1) {
            reportEveryKind(
                    pointer,
                    "`*` stands for every kind and allows no other beside it",
                    "wildcard policy can not deal with more than one kind");
        }
        boolean loops = node.path("validate").has("foreach");
        if (RuleBodies.isGenerate(node) || RuleBodies.isVerifyImages(node) || loops) {
            reportEveryKind(
                    pointer,
                    "`*` is not possible for rules that generate, verify images or loop",
                    "wildcard policy does not support rule type");
        } else if (!MetadataOnly.holds(node)) {
            reportEveryKind(pointer, ONLY_METADATA, MatchChecks.ONLY_METADATA_TEXT);
        }
    }

    private void reportEveryKind(String pointer, String message, String text) {
        String told = "path: " + FieldPath.of(pointer) + ".kinds: " + text;
        report("every-kind", pointer + "/resources/kinds", message, AdmissionStep.KINDS, told);
    }

    private static String invalid(String pointer, String detail) {
        return FieldPath.of(pointer) + ": Invalid value: " + detail;
    }

    private void report(String code, String pointer, String message, String text) {
        report(code, pointer, message, step, text);
    }

    private void report(String code, String pointer, String message, AdmissionStep at, String text) {
        faults.error(code, pointer, message, at, text);
    }
}
