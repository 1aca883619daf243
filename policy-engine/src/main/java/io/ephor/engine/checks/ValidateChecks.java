package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.PointerToken;
import java.util.List;
import java.util.Map;

/**
 * What a {@code validate} block must state.
 *
 * <p>Kyverno: pkg/policy/validate/validate.go, pkg/policy/common/validate_pattern.go
 */
final class ValidateChecks {
    private static final List<String> BODIES =
            List.of("pattern", "anyPattern", "deny", "foreach", "podSecurity", "cel", "manifests");
    private static final List<String> BODIES_OF_LOOPS = List.of("pattern", "anyPattern", "deny", "foreach");

    private final FaultCollector faults;
    private final ConditionChecks conditions;
    private final MetadataTexts texts;

    ValidateChecks(FaultCollector faults, ConditionChecks conditions) {
        this.faults = faults;
        this.conditions = conditions;
        this.texts = new MetadataTexts(faults);
    }

    void check(RuleDefinition rule) {
        if (!RuleBodies.isValidate(rule.node())) {
            return;
        }
        JsonNode validate = rule.node().path("validate");
        String pointer = rule.pointer() + "/validate";
        single(BODIES, validate, pointer);
        for (Map.Entry<String, JsonNode> field : validate.properties()) {
            JsonNode body = field.getValue();
            switch (field.getKey()) {
                case "deny" -> conditions.checkBlock(body.path("conditions"), pointer + "/deny/conditions");
                case "podSecurity" -> new PodSecurityChecks(faults).check(body, pointer + "/podSecurity");
                case "pattern" -> anchors(body, pointer + "/pattern");
                case "anyPattern" -> alternatives(body, pointer + "/anyPattern");
                case "foreach" -> loops(body, pointer + "/foreach");
                default -> {}
            }
        }
        metadata(validate, pointer);
    }

    private void alternatives(JsonNode alternatives, String pointer) {
        if (!alternatives.isNull() && !alternatives.isArray()) {
            error("wrong-type", pointer, "expected a list of patterns");
        }
        for (int i = 0; i < alternatives.size() && alternatives.isArray(); i++) {
            anchors(alternatives.get(i), pointer + "/" + i);
        }
    }

    private void loops(JsonNode loops, String pointer) {
        for (int i = 0; i < loops.size(); i++) {
            if (Texts.of(loops.get(i), "list").isEmpty()) {
                error("missing-field", pointer + "/" + i, "missing field `list`");
            }
            single(BODIES_OF_LOOPS, loops.get(i), pointer + "/" + i);
        }
        operators(loops, pointer);
    }

    private void single(List<String> bodies, JsonNode block, String pointer) {
        int count = 0;
        for (Map.Entry<String, JsonNode> field : block.properties()) {
            count += bodies.contains(field.getKey()) && isStated(block, field.getKey()) ? 1 : 0;
        }
        if (count == 1) {
            return;
        }
        String names = "`" + String.join("`, `", bodies) + "`";
        if (count == 0) {
            error("nothing-to-validate", pointer, "expected one of " + names);
        } else {
            error("conflicting-fields", pointer, "expected only one of " + names);
        }
    }

    private static boolean isStated(JsonNode block, String body) {
        JsonNode value = block.path(body);
        return switch (body) {
            case "manifests" -> !value.path("attestors").isEmpty();
            case "foreach" -> value.isArray() && (!value.isEmpty() || !block.has("list"));
            default -> !value.isMissingNode() && !value.isNull();
        };
    }

    private void operators(JsonNode loops, String pointer) {
        for (int i = 0; loops.isArray() && i < loops.size(); i++) {
            JsonNode loop = loops.get(i);
            String place = pointer + "/" + i;
            conditions.checkOperators(loop.path("preconditions"), place + "/preconditions");
            conditions.checkOperators(loop.path("deny").path("conditions"), place + "/deny/conditions");
            operators(loop.path("foreach"), place + "/foreach");
        }
    }

    /** Most patterns have none of the anchors in question, and are looked through without a thought of places. */
    private void anchors(JsonNode pattern, String pointer) {
        if (hasAnchor(pattern)) {
            report(pattern, pointer);
        }
    }

    private static boolean hasAnchor(JsonNode pattern) {
        for (int i = 0; pattern.isArray() && i < pattern.size(); i++) {
            if (hasAnchor(pattern.get(i))) {
                return true;
            }
        }
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            String key = field.getKey();
            if (isAddition(key) || isExistence(key) || hasAnchor(field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private void report(JsonNode pattern, String pointer) {
        for (int i = 0; pattern.isArray() && i < pattern.size(); i++) {
            report(pattern.get(i), pointer + "/" + i);
        }
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            String key = field.getKey();
            JsonNode value = field.getValue();
            String place = pointer + "/" + PointerToken.escape(key);
            if (isAddition(key)) {
                error("unsupported-anchor", place, "`" + key + "` adds what is missing, which is only for mutation");
            } else if (isExistence(key) && (!value.isArray() || value.isEmpty())) {
                error("wrong-type", place, "expected a list with an element below an existence anchor");
            }
            report(value, place);
        }
    }

    private static boolean isAddition(String key) {
        return key.startsWith("+(") && key.endsWith(")");
    }

    private static boolean isExistence(String key) {
        return key.startsWith("^(") && key.endsWith(")");
    }

    /** Labels and annotations are texts. Of several loops the first with a pattern counts. */
    private void metadata(JsonNode validate, String pointer) {
        JsonNode loops = validate.path("foreach");
        if (loops.isArray()) {
            for (int i = 0; i < loops.size(); i++) {
                if (loops.get(i).path("pattern").isObject()) {
                    texts.check(loops.get(i).path("pattern"), pointer + "/foreach/" + i + "/pattern");
                    return;
                }
            }
            return;
        }
        texts.check(validate.path("pattern"), pointer + "/pattern");
        for (int i = 0; i < validate.path("anyPattern").size(); i++) {
            texts.check(validate.path("anyPattern").path(i), pointer + "/anyPattern/" + i);
        }
    }

    private void error(String code, String pointer, String message) {
        faults.report(Fault.error(code, pointer, message));
    }
}
