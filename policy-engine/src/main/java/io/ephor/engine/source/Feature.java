package io.ephor.engine.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the policy language, and which of them this engine has. The readers and compilers ask here what they have
 * to refuse, and the table of the README is made from it: a part that is built becomes {@link State#WORKS} in this file
 * and nowhere else.
 *
 * <p>The names of a part are those that policies write and diagnostics tell: of a field of a rule, with a dot before a
 * field of a body ({@code validate.cel}), of a field of the {@code spec}, or of a kind.
 */
public enum Feature {
    POLICIES(
            State.WORKS,
            "`ClusterPolicy` and `Policy`, `kyverno.io/v1` and `v2beta1`; YAML, JSON, several documents, `List`",
            "ClusterPolicy",
            "Policy"),
    MATCH(State.WORKS, "`match` and `exclude`, all filters", "match", "exclude"),
    CONTEXT(
            State.WORKS,
            "variables and references, `context` from every source (answered by lookups of the host)",
            "context"),
    PRECONDITIONS(State.WORKS, "`preconditions` with every operator", "preconditions"),
    PATTERN(
            State.WORKS,
            "`validate.pattern` and `validate.anyPattern`: all anchors and operators",
            "validate.pattern",
            "validate.anyPattern"),
    DENY(State.WORKS, "`validate.deny` with every operator", "validate.deny"),
    VALIDATE_FOREACH(State.WORKS, "`validate.foreach`, also nested", "validate.foreach"),
    POD_SECURITY(
            State.WORKS,
            "`validate.podSecurity`: the Pod Security Standards in all versions, with `exclude`",
            "validate.podSecurity"),
    MANIFESTS(
            State.WORKS,
            "`validate.manifests` with `keys`: counts and nested sets of attestors (signatures verified by a lookup of the host)",
            "validate.manifests"),
    MUTATE(
            State.WORKS,
            "`mutate` with `patchStrategicMerge`, `patchesJson6902` and `foreach`: the changed resource, and the patch to it",
            "mutate",
            "mutate.patchStrategicMerge",
            "mutate.patchesJson6902",
            "mutate.foreach"),
    TARGETS(
            State.WORKS,
            "`mutate.targets`: changes of resources that exist already, found by a lookup of the host",
            "mutate.targets",
            "mutate.mutateExistingOnPolicyUpdate"),
    GENERATE(
            State.WORKS,
            "`generate` with `data`, `clone`, `cloneList` and `foreach`: the resources to create or update, with their labels",
            "generate"),
    AUTOGEN(State.WORKS, "rules derived for pod controllers (autogen)"),
    ACTIONS(
            State.WORKS,
            "failure actions with overrides, `failurePolicy`, `applyRules`, violations that were there before",
            "validate.failureAction",
            "validate.failureActionOverrides",
            "validate.allowExistingViolations",
            "validationFailureAction",
            "validationFailureActionOverrides",
            "failurePolicy",
            "applyRules"),
    REPORT_PROPERTIES(State.WORKS, "`reportProperties`", "reportProperties"),
    EXCEPTIONS(
            State.WORKS,
            "`PolicyException`, `kyverno.io/v2` and `v2beta1`, also for controls of `podSecurity` only",
            "PolicyException"),
    ADMISSION(
            State.WORKS,
            "admission requests: roles, old objects, DELETE, Enforce before Audit, the text of a denial",
            "skipBackgroundRequests"),
    LOAD_CHECKS(
            State.WORKS,
            "what the admission of policies refuses is refused at load, for rules that validate, mutate or generate"),
    CLEANUP(
            State.WORKS,
            "`CleanupPolicy` and `ClusterCleanupPolicy`, `kyverno.io/v2` and `v2beta1`, and the label `cleanup.kyverno.io/ttl`:"
                    + " whether a resource would be deleted now, why, and when the policy runs next",
            "CleanupPolicy",
            "ClusterCleanupPolicy"),
    VERIFY_IMAGES(State.REFUSED, "`verifyImages`, `imageExtractors`", "verifyImages", "imageExtractors"),
    MANIFESTS_ELSEWHERE(
            State.REFUSED,
            "`validate.manifests` with `certificates`, `keyless`, keys in secrets or key management systems, `ignoreFields`,"
                    + " `dryRun`",
            "validate.manifests.attestors.entries.certificates",
            "validate.manifests.attestors.entries.keyless",
            "validate.manifests.attestors.entries.keys.secret",
            "validate.manifests.attestors.entries.keys.kms",
            "validate.manifests.attestors.entries.keys.publicKeys",
            "validate.manifests.ignoreFields",
            "validate.manifests.dryRun"),
    CEL(State.REFUSED, "CEL in rules: `validate.cel`, `celPreconditions`", "validate.cel", "celPreconditions"),
    MATCH_CONDITIONS(State.REFUSED, "`webhookConfiguration.matchConditions`", "matchConditions"),
    CEL_KINDS(
            State.REFUSED,
            "the CEL policy kinds: `ValidatingPolicy`, `MutatingPolicy`, `GeneratingPolicy`, `DeletingPolicy`,"
                    + " `ImageValidatingPolicy`, `ValidatingAdmissionPolicy`, `MutatingAdmissionPolicy`",
            "ValidatingPolicy",
            "NamespacedValidatingPolicy",
            "MutatingPolicy",
            "NamespacedMutatingPolicy",
            "GeneratingPolicy",
            "NamespacedGeneratingPolicy",
            "DeletingPolicy",
            "NamespacedDeletingPolicy",
            "ImageValidatingPolicy",
            "NamespacedImageValidatingPolicy",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding");

    private static final Map<String, Feature> BY_NAME = byName();

    private final State state;
    private final String text;
    private final List<String> names;

    Feature(State state, String text, String... names) {
        this.state = state;
        this.text = text;
        this.names = List.of(names);
    }

    private static Map<String, Feature> byName() {
        Map<String, Feature> features = new HashMap<>();
        for (Feature feature : values()) {
            feature.names.forEach(name -> features.put(name, feature));
        }
        return Map.copyOf(features);
    }

    /** {@return the part of the language with a name, or null where no part has it} */
    public static @Nullable Feature named(String name) {
        return BY_NAME.get(name);
    }

    /** {@return whether policies that use what a name says are refused; a name that nobody knows is nothing to refuse} */
    public static boolean refuses(String name) {
        Feature feature = BY_NAME.get(name);
        return feature != null && feature.state == State.REFUSED;
    }

    /** {@return whether the engine has it} */
    public State state() {
        return state;
    }

    /** {@return what it is, in a line of Markdown} */
    public String text() {
        return text;
    }

    /** {@return the names by which policies and diagnostics call it; none where it is no single field or kind} */
    public List<String> names() {
        return names;
    }

    /** Whether the engine has a part of the language. */
    public enum State {
        /** It is evaluated. */
        WORKS,
        /** A policy with it is refused with {@link Fault#UNSUPPORTED_FEATURE}. */
        REFUSED
    }
}
