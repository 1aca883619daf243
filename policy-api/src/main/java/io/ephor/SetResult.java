package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.spi.PolicyResults;
import io.ephor.values.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a set of policies said about one resource. Immutable and thread-safe.
 *
 * <pre>{@code
 * LoadResult loaded = engine.loadAll("policies.yaml", text).orThrow(); // policies and their exceptions
 * PolicySet policies = engine.set(loaded);
 * EvaluationContext context = EvaluationContext.admission(review);
 * SetResult admitted = engine.evaluate(policies, review.at("/request/object"), context);
 * String answer = admitted.blocked() ? admitted.denialMessage() : String.join("\n", admitted.warnings());
 * }</pre>
 *
 * <p>For an admission request ({@link EvaluationContext#admission}) the set answers as an admission controller does: first
 * the rules that mutate and those that enforce; and, unless these block the request, then the rules that audit, and after
 * all of them the rules that generate; neither ever blocks. So a policy has up to three results: one of the rules that
 * enforce, one of those that audit and one of those that generate; what it mutates stands in the first of them. For anything
 * else every policy has one result with all of its rules.
 *
 * <p>Kyverno: pkg/webhooks/resource/validation/validation.go, pkg/policycache/cache.go
 */
public final class SetResult {
    private final JsonNode resource;
    private final List<EvaluationResult> results;
    private final int rulesExamined;
    private final List<String> warnings;

    private SetResult(JsonNode resource, List<EvaluationResult> results, int rulesExamined, List<String> warnings) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.results = results instanceof PolicyResults ? results : List.copyOf(results);
        this.rulesExamined = rulesExamined;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of a set}
     *
     * @param resource the resource as it was given
     * @param results the results of the policies of which at least one rule matched, in the order of evaluation; copied,
     *     except for {@link PolicyResults}, to which nobody may add afterwards
     * @param rulesExamined how many rules were asked whether they match
     */
    public static SetResult of(JsonNode resource, List<EvaluationResult> results, int rulesExamined) {
        return new SetResult(resource, results, rulesExamined, List.of());
    }

    /**
     * {@return this result with what the user of an admission request is warned of}
     *
     * @param texts the warnings, in order
     */
    public SetResult withWarnings(List<String> texts) {
        return new SetResult(resource, results, rulesExamined, texts);
    }

    /** {@return the resource as it was given} */
    public JsonNode resource() {
        return resource;
    }

    /** {@return the results of the policies of which at least one rule matched, in the order of evaluation} */
    public List<EvaluationResult> results() {
        return results;
    }

    /** {@return whether at least one policy blocks the request} */
    public boolean blocked() {
        if (results instanceof PolicyResults made) {
            return made.blocked();
        }
        for (EvaluationResult result : results) {
            if (result.blocked()) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return the text with which an admission controller refuses the request, to Kyverno's letter: why the policies block
     * it; empty where they don't} Failures that are only audited are left out.
     */
    public String denialMessage() {
        return blocked() ? DenialMessage.of(resource, results) : "";
    }

    /**
     * {@return what the user of an admission request that is let through is warned of, to Kyverno's letter: failures and
     * errors of rules that enforce and do not block, and those of rules that audit where the policy sets {@code
     * emitWarning}} Empty for anything but an admission request.
     *
     * <p>Kyverno: pkg/webhooks/utils/warning.go
     */
    public List<String> warnings() {
        return warnings;
    }

    /** {@return the resource after the mutations of all policies: the same node when nothing changed} */
    public JsonNode patchedResource() {
        return results.isEmpty() ? resource : results.get(results.size() - 1).patchedResource();
    }

    /** {@return what the policies changed, as operations on the given resource; empty when nothing changed} */
    public List<PatchOperation> patch() {
        List<PatchOperation> patch = new ArrayList<>();
        for (EvaluationResult result : results) {
            patch.addAll(result.patch());
        }
        return List.copyOf(patch);
    }

    /** {@return what each generate rule wants that has status pass or fail, in order} */
    public List<Generation> generations() {
        List<Generation> generations = new ArrayList<>();
        for (EvaluationResult result : results) {
            generations.addAll(result.generations());
        }
        return List.copyOf(generations);
    }

    /** {@return the resources that generate rules want to be created or updated, in order} */
    public List<GeneratedResource> generated() {
        List<GeneratedResource> generated = new ArrayList<>();
        for (EvaluationResult result : results) {
            generated.addAll(result.generated());
        }
        return List.copyOf(generated);
    }

    /** {@return the existing resources that mutate rules changed, in order} */
    public List<PatchedTarget> targets() {
        List<PatchedTarget> targets = new ArrayList<>();
        for (EvaluationResult result : results) {
            targets.addAll(result.targets());
        }
        return List.copyOf(targets);
    }

    /**
     * {@return how many rules were asked whether they match the resource} The index of the set keeps this number
     * independent of the policies that match other kinds.
     */
    public int rulesExamined() {
        return rulesExamined;
    }

    @Override
    public String toString() {
        return results.toString();
    }
}
