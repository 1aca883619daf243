package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.FieldPath;
import java.util.List;
import java.util.Set;

/**
 * What a {@code generate} block must state.
 *
 * <p>Kyverno: api/kyverno/v1/common_types.go
 */
final class GenerateChecks {
    private static final String CLONES_NOTHING = "a policy of a namespace clones nothing from outside";

    private final FaultCollector faults;
    private final PolicyDefinition policy;
    private final Set<String> clusterScopedKinds;

    /**
     * Makes the checks of a policy.
     *
     * @param clusterScopedKinds the kinds that are in no namespace; every other kind counts as one that is in one
     */
    GenerateChecks(FaultCollector faults, PolicyDefinition policy, Set<String> clusterScopedKinds) {
        this.faults = faults;
        this.policy = policy;
        this.clusterScopedKinds = clusterScopedKinds;
    }

    void check(RuleDefinition rule) {
        if (!RuleBodies.isGenerate(rule.node())) {
            return;
        }
        JsonNode generate = rule.node().path("generate");
        String pointer = rule.pointer() + "/generate";
        String place = FieldPath.of(rule.pointer());
        boolean loops = generate.hasNonNull("foreach");
        int sources = count(generate.hasNonNull("data"))
                + count(isStated(generate.path("clone")))
                + count(generate.path("cloneList").hasNonNull("kinds"))
                + count(loops);
        if (sources > 1) {
            error(
                    "conflicting-fields",
                    pointer,
                    "only one of `data`, `clone`, `cloneList` and `foreach`",
                    place
                            + ": Forbidden: only one of generate patterns(data, clone, cloneList and foreach) can be specified");
            return;
        }
        if (loops) {
            JsonNode foreach = generate.path("foreach");
            for (int i = 0; i < foreach.size(); i++) {
                pattern(foreach.path(i), pointer + "/foreach/" + i, place + ".foreach[" + i + "]");
            }
        } else {
            pattern(generate, pointer, place);
        }
        new GenerateBodyChecks(faults).check(rule);
    }

    private static boolean isStated(JsonNode clone) {
        return !Texts.of(clone, "name").isEmpty()
                || !Texts.of(clone, "namespace").isEmpty();
    }

    private void pattern(JsonNode pattern, String pointer, String place) {
        String kind = Texts.of(pattern, "kind");
        boolean clusterScoped = clusterScopedKinds.contains(Texts.of(pattern, "apiVersion") + "/" + kind);
        String namespace = Texts.of(pattern, "namespace");
        if (!policy.namespace().isEmpty()) {
            withinNamespace(pattern, clusterScoped, pointer, place);
        }
        if (!kind.isEmpty() && !clusterScoped && namespace.isEmpty()) {
            String kyverno = place + ".namespace: Forbidden: target namespace must be set for a namespaced resource";
            faults.report(Fault.error(
                            "missing-field", pointer, "missing field `namespace`, which a `" + kind + "` needs")
                    .withHelp("if the kind is one of the whole cluster, say so to the engine: `clusterScopedKinds`")
                    .withKyvernoText(AdmissionStep.GENERATION, kyverno));
        } else if (clusterScoped && !namespace.isEmpty()) {
            error(
                    "namespace-not-allowed",
                    pointer + "/namespace",
                    "a `" + kind + "` is in no namespace",
                    place + ".namespace: Forbidden: target namespace must not be set for a cluster-wide resource");
        }
        variables(pattern, pointer, place);
        JsonNode kinds = pattern.path("cloneList").path("kinds");
        if (!kinds.isEmpty()) {
            list(
                    Texts.list(kinds),
                    Texts.of(pattern.path("cloneList"), "namespace"),
                    pointer + "/cloneList",
                    place + ".cloneList");
            return;
        }
        for (String field : List.of("kind", "name", "apiVersion")) {
            if (Texts.of(pattern, field).isEmpty()) {
                error(
                        "missing-field",
                        pointer,
                        "missing field `" + field + "`",
                        place + "." + field + ": Forbidden: " + field + " can not be empty");
            }
        }
    }

    private void withinNamespace(JsonNode pattern, boolean clusterScoped, String pointer, String place) {
        JsonNode clone = pattern.path("clone");
        String own = policy.namespace();
        String target = Texts.of(pattern, "namespace");
        String source = Texts.of(clone, "namespace");
        String mismatch = place + ".namespace: Forbidden: target resource scope mismatched: ";
        String outside = "a policy of a namespace generates nothing outside of it";
        if (clusterScoped) {
            String kind = Texts.of(pattern, "apiVersion") + "/" + Texts.of(pattern, "kind");
            String kyverno = mismatch + "the target must be a namespaced resource: " + kind + " ";
            error("invalid-value", pointer + "/kind", outside, kyverno);
        } else if (!target.equals(own)) {
            String kyverno = mismatch + "a namespaced policy cannot generate resources in other namespaces, expected: "
                    + own + ", received: " + target + " ";
            error("invalid-value", pointer + "/namespace", outside, kyverno);
        } else if (!Texts.of(clone, "name").isEmpty() && !source.equals(own)) {
            String kyverno = mismatch + "a namespaced policy cannot clone resources from other namespaces, expected: "
                    + own + ", received: " + source + " ";
            error("invalid-value", pointer + "/clone/namespace", CLONES_NOTHING, kyverno);
        }
    }

    private void list(List<String> kinds, String namespace, String pointer, String place) {
        String own = policy.namespace();
        int clusterScoped = 0;
        for (String kind : kinds) {
            boolean outside = clusterScopedKinds.contains(kind);
            clusterScoped += count(outside);
            if (outside && !own.isEmpty()) {
                String kyverno =
                        place + ".kinds: Forbidden: the source in cloneList must be a namespaced resource: " + kind;
                error("invalid-value", pointer + "/kinds", CLONES_NOTHING, kyverno);
            }
        }
        if (!own.isEmpty() && !namespace.equals(own)) {
            String kyverno = place + ".namespace: Forbidden: a namespaced policy cannot clone resources from other"
                    + " namespace, expected: " + own + ", received: " + namespace;
            error("invalid-value", pointer + "/namespace", CLONES_NOTHING, kyverno);
        }
        if (clusterScoped > 0 && clusterScoped < kinds.size()) {
            String kyverno = place + ".kinds: Forbidden: mixed scope of target resources is forbidden";
            error("invalid-value", pointer + "/kinds", "the kinds are in namespaces or in none, not mixed", kyverno);
        }
        boolean outside = clusterScoped > 0 && clusterScoped == kinds.size();
        if (!outside && namespace.isEmpty()) {
            String kyverno = place + ".namespace: Forbidden: namespace is required for namespaced target resources";
            error("missing-field", pointer, "missing field `namespace`", kyverno);
        } else if (outside && own.isEmpty() && !namespace.isEmpty()) {
            String kyverno = place + ".namespace: Forbidden: namespace is forbidden for cluster-wide target resources";
            error("namespace-not-allowed", pointer + "/namespace", "the kinds are in no namespace", kyverno);
        }
    }

    private void variables(JsonNode pattern, String pointer, String place) {
        for (String field : List.of("kind", "apiVersion", "clone", "cloneList")) {
            if (pattern.path(field).toString().contains("{{")) {
                String message = "with a variable here, resources may not be kept like their source later";
                String kyverno =
                        "variables in " + place + ".clone/cloneList would lead to incorrect synchronization behavior";
                faults.report(Fault.warning("variable-in-source", pointer + "/" + field, message)
                        .withKyvernoText(AdmissionStep.GENERATION, kyverno));
                return;
            }
        }
    }

    private static int count(boolean stated) {
        return stated ? 1 : 0;
    }

    private void error(String code, String pointer, String message, String kyverno) {
        faults.error(code, pointer, message, AdmissionStep.GENERATION, kyverno);
    }
}
