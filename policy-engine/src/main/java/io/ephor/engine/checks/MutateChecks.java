package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.PlaceholderSubstitution;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.patches.PatchOutcome;
import io.ephor.values.FieldPath;
import io.ephor.values.GoQuote;
import io.ephor.values.PatchOperation;

/**
 * What a {@code mutate} block must state.
 *
 * <p>Kyverno: pkg/policy/mutate/validate.go, pkg/validation/policy/validate.go, api/kyverno/v1/spec_types.go
 */
final class MutateChecks {
    private static final String MERGE = "patchStrategicMerge";
    private static final String OPERATIONS = "patchesJson6902";
    private static final String ONE_PATCH = "only one of `" + MERGE + "` or `" + OPERATIONS + "` is allowed";

    private static final String DECODING = "failed to patch resource: failed to decode patches: ";

    private final FaultCollector faults;
    private final PolicyDefinition policy;

    MutateChecks(FaultCollector faults, PolicyDefinition policy) {
        this.faults = faults;
        this.policy = policy;
    }

    void check(RuleDefinition rule) {
        if (!RuleBodies.isMutate(rule.node())) {
            return;
        }
        JsonNode mutate = rule.node().path("mutate");
        String pointer = rule.pointer() + "/mutate";
        boolean loops = !mutate.path("foreach").isEmpty();
        if (loops && (merges(mutate) || operates(mutate))) {
            String only = "only one of `foreach`, `" + MERGE + "` and `" + OPERATIONS + "`";
            body(
                    "conflicting-fields",
                    pointer,
                    only,
                    pointer,
                    "foreach.: only one of `foreach`, `" + MERGE + "`, or `" + OPERATIONS + "` is allowed");
        } else if (merges(mutate) && operates(mutate)) {
            String only = "only one of `" + MERGE + "` and `" + OPERATIONS + "`";
            body("conflicting-fields", pointer, only, pointer, "foreach.: " + ONE_PATCH);
        }
        if (loops) {
            loops(mutate.path("foreach"), pointer + "/foreach", pointer, "");
            operators(mutate.path("foreach"), pointer + "/foreach", new ToldPlace(pointer, ".foreach"));
        }
        if (operates(mutate)) {
            operations(rule, Texts.of(mutate, OPERATIONS), pointer + "/" + OPERATIONS);
        }
        targets(rule, mutate, pointer);
        metadata(mutate, pointer);
    }

    private static boolean merges(JsonNode block) {
        return block.hasNonNull(MERGE);
    }

    private static boolean operates(JsonNode block) {
        return !Texts.of(block, OPERATIONS).isEmpty();
    }

    /** What comes after a loop with loops in it is not looked at by the reference. */
    private void loops(JsonNode loops, String pointer, String mutate, String parent) {
        String told = parent;
        for (int i = 0; i < loops.size(); i++) {
            JsonNode loop = loops.get(i);
            String place = pointer + "/" + i;
            told += "foreach[" + i + "]";
            if (!loop.path("foreach").isEmpty()) {
                boolean more = loop.hasNonNull("context") || loop.hasNonNull("preconditions");
                if (more || merges(loop) || operates(loop)) {
                    String only = "a loop with loops in it has nothing else but a list";
                    body(
                            "conflicting-fields",
                            place,
                            only,
                            mutate,
                            told + ".: a nested foreach cannot contain other declarations");
                }
                loops(loop.path("foreach"), place + "/foreach", mutate, told);
                return;
            }
            if (merges(loop) == operates(loop)) {
                String one = "expected one of `" + MERGE + "` and `" + OPERATIONS + "`";
                body("conflicting-fields", place, one, mutate, told + ".: " + ONE_PATCH);
            }
        }
    }

    private void operators(JsonNode loops, String pointer, ToldPlace told) {
        ConditionChecks conditions = new ConditionChecks(faults);
        for (int i = 0; loops.isArray() && i < loops.size(); i++) {
            String place = pointer + "/" + i;
            conditions.checkOperators(
                    loops.get(i).path("preconditions"), place + "/preconditions", told.with(".conditions"));
            operators(loops.get(i).path("foreach"), place + "/foreach", told.with(".mutate.foreach"));
        }
    }

    private void operations(RuleDefinition rule, String text, String pointer) {
        String substituted = PlaceholderSubstitution.in(text);
        JsonPatchDocument patch = patch(substituted);
        if (patch.operations().isEmpty()
                && patch.apply(JsonNodeFactory.instance.objectNode()) instanceof PatchOutcome.Failed failed) {
            path(rule, pointer, failed.text(), toldOf(failed.text()));
        }
        for (PatchOperation operation : patch.operations()) {
            String path = operation.path();
            if (!path.startsWith("/")) {
                path(rule, pointer, "expected a path with a slash first, found `" + path + "`", path);
            }
        }
        JsonPatchDocument written = substituted.equals(text) ? patch : patch(text);
        for (PatchOperation operation : written.operations()) {
            if (!PlaceholderSubstitution.in(operation.path()).equals(operation.path())) {
                faults.error(
                        "variable-not-allowed",
                        pointer,
                        "no variables are possible in the path of an operation",
                        AdmissionStep.VARIABLES,
                        VariableChecks.INVALID + "rule \"" + rule.name()
                                + "\" should not have variables in patchesJSON6902 path section");
            }
        }
    }

    /** The line end makes it YAML, which admission reads even where an evaluation wants JSON. */
    private static JsonPatchDocument patch(String text) {
        return JsonPatchDocument.parse("\n" + text);
    }

    private void path(RuleDefinition rule, String pointer, String message, String text) {
        String told = "path must begin with a forward slash: " + FieldPath.of(rule.pointer()) + ": " + text;
        faults.error("invalid-patch", pointer, message, AdmissionStep.PATCH, told);
    }

    /** Admission decodes the patch without a resource. */
    private static String toldOf(String failure) {
        String text = failure.startsWith(DECODING) ? failure.substring(DECODING.length()) : failure;
        return text.startsWith("json: cannot unmarshal object") ? "invalid state detected" : text;
    }

    private void targets(RuleDefinition rule, JsonNode mutate, String pointer) {
        boolean existing = policy.spec().path("mutateExistingOnPolicyUpdate").asBoolean()
                || mutate.path("mutateExistingOnPolicyUpdate").asBoolean();
        JsonNode targets = mutate.path("targets");
        if (existing && targets.isEmpty()) {
            String index = rule.pointer().substring(rule.pointer().lastIndexOf('/') + 1);
            faults.error(
                    "missing-field",
                    pointer,
                    "`mutateExistingOnPolicyUpdate` needs `targets`",
                    AdmissionStep.EXISTING_TARGETS,
                    "spec.mutateExistingOnPolicyUpdate: Forbidden: rules[" + index
                            + "].mutate.targets has to be specified when mutateExistingOnPolicyUpdate is set");
        }
        for (int i = 0; i < targets.size() && !policy.namespace().isEmpty(); i++) {
            String namespace = Texts.of(targets.get(i), "namespace");
            if (!namespace.isEmpty() && !namespace.equals(policy.namespace())) {
                faults.error(
                        "invalid-value",
                        pointer + "/targets/" + i + "/namespace",
                        "a policy of a namespace changes nothing outside of it",
                        AdmissionStep.TARGETS,
                        FieldPath.of(rule.pointer()) + ".targets[" + i + "].namespace: Invalid value: "
                                + GoQuote.of(namespace) + ": This field can be ignored or should have value of the"
                                + " namespace where the policy is being created");
            }
        }
    }

    /** Of several loops the first that merges counts. */
    private void metadata(JsonNode mutate, String pointer) {
        MetadataTexts texts = new MetadataTexts(faults);
        JsonNode loops = mutate.path("foreach");
        if (!loops.isArray()) {
            texts.check(mutate.path(MERGE), pointer, "/" + MERGE);
            return;
        }
        for (int i = 0; i < loops.size(); i++) {
            if (loops.get(i).path(MERGE).isObject()) {
                texts.check(loops.get(i).path(MERGE), pointer, "/foreach/" + i + "/" + MERGE);
                return;
            }
        }
    }

    private void body(String code, String pointer, String message, String mutate, String text) {
        faults.error(code, pointer, message, AdmissionStep.BODY, "path: " + FieldPath.of(mutate) + "." + text);
    }
}
