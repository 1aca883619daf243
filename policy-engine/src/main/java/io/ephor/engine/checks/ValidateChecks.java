package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
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

    ValidateChecks(FaultCollector faults, ConditionChecks conditions) {
        this.faults = faults;
        this.conditions = conditions;
    }

    void check(RuleDefinition rule) {
        if (!RuleBodies.isValidate(rule.node())) {
            return;
        }
        JsonNode validate = rule.node().path("validate");
        String pointer = rule.pointer() + "/validate";
        single(BODIES, validate, pointer);
        conditions.checkBlock(validate.path("deny").path("conditions"), pointer + "/deny/conditions");
        new PodSecurityChecks(faults).check(validate.path("podSecurity"), pointer + "/podSecurity");
        pattern(validate.path("pattern"), pointer + "/pattern");
        JsonNode alternatives = validate.path("anyPattern");
        if (!alternatives.isMissingNode() && !alternatives.isNull() && !alternatives.isArray()) {
            error("wrong-type", pointer + "/anyPattern", "expected a list of patterns");
        }
        for (int i = 0; i < alternatives.size() && alternatives.isArray(); i++) {
            pattern(alternatives.get(i), pointer + "/anyPattern/" + i);
        }
        JsonNode loops = validate.path("foreach");
        for (int i = 0; i < loops.size(); i++) {
            if (Texts.of(loops.get(i), "list").isEmpty()) {
                error("missing-field", pointer + "/foreach/" + i, "missing field `list`");
            }
            single(BODIES_OF_LOOPS, loops.get(i), pointer + "/foreach/" + i);
        }
        operators(loops, pointer + "/foreach");
        metadata(validate, loops, pointer);
    }

    private void single(List<String> bodies, JsonNode block, String pointer) {
        int count = 0;
        for (String body : bodies) {
            count += isStated(block, body) ? 1 : 0;
        }
        String names = String.join("`, `", bodies);
        if (count == 0) {
            error("nothing-to-validate", pointer, "expected one of `" + names + "`");
        } else if (count > 1) {
            error("conflicting-fields", pointer, "expected only one of `" + names + "`");
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

    private void pattern(JsonNode pattern, String pointer) {
        if (pattern.isArray()) {
            for (int i = 0; i < pattern.size(); i++) {
                pattern(pattern.get(i), pointer + "/" + i);
            }
        }
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            String key = field.getKey();
            String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            if (key.startsWith("+(") && key.endsWith(")")) {
                error("unsupported-anchor", place, "`" + key + "` adds what is missing, which is only for mutation");
            }
            if (key.startsWith("^(")
                    && key.endsWith(")")
                    && (!field.getValue().isArray() || field.getValue().isEmpty())) {
                error("wrong-type", place, "expected a list with an element below an existence anchor");
            }
            pattern(field.getValue(), place);
        }
    }

    /** Labels and annotations are texts. Of several loops the first with a pattern counts. */
    private void metadata(JsonNode validate, JsonNode loops, String pointer) {
        if (loops.isArray()) {
            for (int i = 0; i < loops.size(); i++) {
                if (loops.get(i).path("pattern").isObject()) {
                    texts(loops.get(i).path("pattern"), pointer + "/foreach/" + i + "/pattern");
                    return;
                }
            }
            return;
        }
        texts(validate.path("pattern"), pointer + "/pattern");
        for (int i = 0; i < validate.path("anyPattern").size(); i++) {
            texts(validate.path("anyPattern").path(i), pointer + "/anyPattern/" + i);
        }
    }

    private void texts(JsonNode pattern, String pointer) {
        boolean own = pattern.path("metadata").isObject();
        JsonNode metadata = own
                ? pattern.path("metadata")
                : pattern.path("spec").path("template").path("metadata");
        String place = pointer + (own ? "/metadata" : "/spec/template/metadata");
        for (String name : List.of("labels", "annotations")) {
            for (Map.Entry<String, JsonNode> field : metadata.path(name).properties()) {
                if (!field.getValue().isTextual()) {
                    String key = field.getKey().replace("~", "~0").replace("/", "~1");
                    error("wrong-type", place + "/" + name + "/" + key, "expected a text; put it in quotes");
                }
            }
        }
    }

    private void error(String code, String pointer, String message) {
        faults.report(Fault.error(code, pointer, message));
    }
}
