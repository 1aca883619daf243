package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.PlaceholderSubstitution;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.patches.PatchOutcome;
import io.ephor.values.PatchOperation;

/**
 * What a {@code mutate} block must state.
 *
 * <p>Kyverno: pkg/policy/mutate/validate.go, pkg/validation/policy/validate.go, api/kyverno/v1/spec_types.go
 */
final class MutateChecks {
    private static final String MERGE = "patchStrategicMerge";
    private static final String OPERATIONS = "patchesJson6902";

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
            error("conflicting-fields", pointer, "only one of `foreach`, `" + MERGE + "` and `" + OPERATIONS + "`");
        } else if (merges(mutate) && operates(mutate)) {
            error("conflicting-fields", pointer, "only one of `" + MERGE + "` and `" + OPERATIONS + "`");
        }
        if (loops) {
            loops(mutate.path("foreach"), pointer + "/foreach");
        }
        if (operates(mutate)) {
            operations(Texts.of(mutate, OPERATIONS), pointer + "/" + OPERATIONS);
        }
        targets(mutate, pointer);
        metadata(mutate, pointer);
    }

    private static boolean merges(JsonNode block) {
        return block.hasNonNull(MERGE);
    }

    private static boolean operates(JsonNode block) {
        return !Texts.of(block, OPERATIONS).isEmpty();
    }

    /** What comes after a loop with loops in it is not looked at by the reference. */
    private void loops(JsonNode loops, String pointer) {
        for (int i = 0; i < loops.size(); i++) {
            JsonNode loop = loops.get(i);
            String place = pointer + "/" + i;
            if (!loop.path("foreach").isEmpty()) {
                boolean more = loop.hasNonNull("context") || loop.hasNonNull("preconditions");
                if (more || merges(loop) || operates(loop)) {
                    error("conflicting-fields", place, "a loop with loops in it has nothing else but a list");
                }
                loops(loop.path("foreach"), place + "/foreach");
                return;
            }
            if (merges(loop) == operates(loop)) {
                error("conflicting-fields", place, "expected one of `" + MERGE + "` and `" + OPERATIONS + "`");
            }
        }
    }

    private void operations(String text, String pointer) {
        // The line end makes it YAML, which admission reads even where an evaluation wants JSON.
        JsonPatchDocument patch = JsonPatchDocument.parse("\n" + PlaceholderSubstitution.in(text));
        PatchOutcome outcome = patch.apply(JsonNodeFactory.instance.objectNode());
        if (patch.operations().isEmpty() && outcome instanceof PatchOutcome.Failed failed) {
            error("invalid-patch", pointer, failed.text());
        }
        for (PatchOperation operation : patch.operations()) {
            if (!operation.path().startsWith("/")) {
                error("invalid-patch", pointer, "expected a path with a slash first, found `" + operation.path() + "`");
            }
        }
        for (PatchOperation operation : JsonPatchDocument.parse("\n" + text).operations()) {
            if (!PlaceholderSubstitution.in(operation.path()).equals(operation.path())) {
                error("variable-not-allowed", pointer, "no variables are possible in the path of an operation");
            }
        }
    }

    private void targets(JsonNode mutate, String pointer) {
        boolean existing = policy.spec().path("mutateExistingOnPolicyUpdate").asBoolean()
                || mutate.path("mutateExistingOnPolicyUpdate").asBoolean();
        JsonNode targets = mutate.path("targets");
        if (existing && targets.isEmpty()) {
            error("missing-field", pointer, "`mutateExistingOnPolicyUpdate` needs `targets`");
        }
        for (int i = 0; i < targets.size() && !policy.namespace().isEmpty(); i++) {
            String namespace = Texts.of(targets.get(i), "namespace");
            if (!namespace.isEmpty() && !namespace.equals(policy.namespace())) {
                error(
                        "invalid-value",
                        pointer + "/targets/" + i + "/namespace",
                        "a policy of a namespace changes nothing outside of it");
            }
        }
    }

    /** Of several loops the first that merges counts. */
    private void metadata(JsonNode mutate, String pointer) {
        MetadataTexts texts = new MetadataTexts(faults);
        JsonNode loops = mutate.path("foreach");
        if (!loops.isArray()) {
            texts.check(mutate.path(MERGE), pointer + "/" + MERGE);
            return;
        }
        for (int i = 0; i < loops.size(); i++) {
            if (loops.get(i).path(MERGE).isObject()) {
                texts.check(loops.get(i).path(MERGE), pointer + "/foreach/" + i + "/" + MERGE);
                return;
            }
        }
    }

    private void error(String code, String pointer, String message) {
        faults.report(Fault.error(code, pointer, message));
    }
}
