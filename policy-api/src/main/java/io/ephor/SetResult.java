package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a set of policies said about one resource. Immutable and thread-safe.
 *
 * <p>For an admission request ({@link EvaluationContext#admission}) the set answers as an admission controller does: first
 * the rules that enforce, each policy with those of its rules; and, unless they block the request, then the rules that
 * audit, which never block. A policy with rules of both kinds has two results. For anything else every policy has one
 * result with all of its rules.
 *
 * <p>Kyverno: pkg/webhooks/resource/validation/validation.go, pkg/policycache/cache.go
 */
public final class SetResult {
    private final JsonNode resource;
    private final List<EvaluationResult> results;
    private final int rulesExamined;

    private SetResult(JsonNode resource, List<EvaluationResult> results, int rulesExamined) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.results = List.copyOf(results);
        this.rulesExamined = rulesExamined;
    }

    /**
     * {@return the result of a set}
     *
     * @param resource the resource as it was given
     * @param results the results of the policies of which at least one rule matched, in the order of evaluation
     * @param rulesExamined how many rules were asked whether they match
     */
    public static SetResult of(JsonNode resource, List<EvaluationResult> results, int rulesExamined) {
        return new SetResult(resource, results, rulesExamined);
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

    /** {@return the resources that generate rules made, in order} */
    public List<GeneratedResource> generated() {
        List<GeneratedResource> generated = new ArrayList<>();
        for (EvaluationResult result : results) {
            generated.addAll(result.generated());
        }
        return List.copyOf(generated);
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
