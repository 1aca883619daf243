package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.wording.GoTypes;
import io.ephor.values.FieldPath;
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
        single(BODIES, validate, pointer, pointer, "pattern, anyPattern, deny, foreach, cel");
        for (Map.Entry<String, JsonNode> field : validate.properties()) {
            JsonNode body = field.getValue();
            switch (field.getKey()) {
                case "deny" ->
                    conditions.checkBlock(
                            body.path("conditions"),
                            pointer + "/deny/conditions",
                            new ToldPlace(pointer, ".deny.conditions"));
                case "podSecurity" -> new PodSecurityChecks(faults).check(body, pointer + "/podSecurity");
                case "pattern" -> {
                    if (rule.words().anchors()) {
                        anchors(body, pointer + "/pattern", FieldPath.of(pointer) + ".pattern./");
                    }
                }
                case "anyPattern" ->
                    alternatives(body, pointer + "/anyPattern", rule.words().anchors());
                case "foreach" -> loops(body, pointer);
                default -> {}
            }
        }
        metadata(validate, pointer);
    }

    private void alternatives(JsonNode alternatives, String pointer, boolean mayHaveAnchors) {
        if (!alternatives.isNull() && !alternatives.isArray()) {
            error(
                    "wrong-type",
                    pointer,
                    "expected a list of patterns",
                    FieldPath.of(pointer) + ".: failed to deserialize anyPattern, expect array: json: cannot unmarshal "
                            + GoTypes.json(alternatives) + " into Go value of type []interface {}");
        }
        for (int i = 0; i < alternatives.size() && alternatives.isArray() && mayHaveAnchors; i++) {
            String place = pointer + "/" + i;
            anchors(alternatives.get(i), place, FieldPath.of(place) + "./");
        }
    }

    private void loops(JsonNode loops, String block) {
        String pointer = block + "/foreach";
        for (int i = 0; i < loops.size(); i++) {
            if (Texts.of(loops.get(i), "list").isEmpty()) {
                String text = FieldPath.of(block) + "..: foreach.list is required";
                error("missing-field", pointer + "/" + i, "missing field `list`", text);
            }
            single(
                    BODIES_OF_LOOPS,
                    loops.get(i),
                    pointer + "/" + i,
                    block,
                    "pattern, anyPattern, deny, or a nested foreach");
        }
        operators(loops, pointer, new ToldPlace(pointer, ""));
    }

    private void single(List<String> bodies, JsonNode block, String pointer, String validate, String toldAs) {
        int count = 0;
        for (Map.Entry<String, JsonNode> field : block.properties()) {
            count += bodies.contains(field.getKey()) && isStated(block, field.getKey(), field.getValue()) ? 1 : 0;
        }
        if (count == 1) {
            return;
        }
        String names = "`" + String.join("`, `", bodies) + "`";
        if (count == 0) {
            String text = FieldPath.of(validate) + "..: one of " + toldAs + " must be specified";
            error("nothing-to-validate", pointer, "expected one of " + names, text);
        } else {
            String text = FieldPath.of(validate) + "..: only one of " + toldAs + " can be specified";
            error("conflicting-fields", pointer, "expected only one of " + names, text);
        }
    }

    private static boolean isStated(JsonNode block, String body, JsonNode value) {
        return switch (body) {
            case "manifests" -> !value.path("attestors").isEmpty();
            case "foreach" -> value.isArray() && (!value.isEmpty() || !block.has("list"));
            default -> !value.isNull();
        };
    }

    private void operators(JsonNode loops, String pointer, ToldPlace told) {
        for (int i = 0; loops.isArray() && i < loops.size(); i++) {
            JsonNode loop = loops.get(i);
            String place = pointer + "/" + i;
            conditions.checkOperators(loop.path("preconditions"), place + "/preconditions", told.with(".conditions"));
            JsonNode deny = loop.path("deny").path("conditions");
            conditions.checkOperators(deny, place + "/deny/conditions", told.with(".deny.conditions"));
            operators(loop.path("foreach"), place + "/foreach", told.with(".validate.foreach"));
        }
    }

    private void anchors(JsonNode pattern, String pointer, String told) {
        for (int i = 0; pattern.isArray() && i < pattern.size(); i++) {
            anchors(pattern.get(i), pointer + "/" + i, told + i + "/");
        }
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            String key = field.getKey();
            JsonNode value = field.getValue();
            String place = pointer + "/" + PointerToken.escape(key);
            if (isAddition(key)) {
                error(
                        "unsupported-anchor",
                        place,
                        "`" + key + "` adds what is missing, which is only for mutation",
                        told + "/" + key + ".: unsupported anchor " + key);
            } else if (isExistence(key) && (!value.isArray() || value.isEmpty())) {
                String text = value.isArray()
                        ? "existence anchor: should have at least one value"
                        : "existence anchor should have value of type list";
                error(
                        "wrong-type",
                        place,
                        "expected a list with an element below an existence anchor",
                        told + "/" + key + ".: " + text);
            }
            anchors(value, place, told + "/" + key);
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
                    texts.check(loops.get(i).path("pattern"), pointer, "/foreach/" + i + "/pattern");
                    return;
                }
            }
            return;
        }
        texts.check(validate.path("pattern"), pointer, "/pattern");
        JsonNode alternatives = validate.path("anyPattern");
        for (int i = 0; i < alternatives.size(); i++) {
            texts.check(alternatives.path(i), pointer, "/anyPattern/" + i);
        }
    }

    private void error(String code, String pointer, String message, String text) {
        faults.error(code, pointer, message, AdmissionStep.BODY, "path: " + text);
    }
}
