package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patches.merge.CompiledMerge;
import io.ephor.patches.merge.MergeFault;
import io.ephor.patches.merge.ResolvedPatch;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A strategic merge patch ({@code patchStrategicMerge}), compiled once and applied many times. Immutable and thread-safe.
 *
 * <pre>{@code
 * StrategicMerge patch = StrategicMerge.compile(mapper.readTree("""
 *     {"spec": {"containers": [{"(image)": "*:latest", "imagePullPolicy": "Always"}]}}"""));
 * if (patch.apply(pod) instanceof PatchOutcome.Patched patched) {
 *     return patched.document();
 * }
 * }</pre>
 *
 * <p>The anchors {@code (key)}, {@code <(key)} and {@code +(key)} are resolved against the resource first. Then the patch
 * is merged: maps by their keys, lists by the merge keys that Kubernetes 1.21 declares for the kind of the resource, all
 * other lists as a whole; new elements come first. {@code $patch} says {@code delete}, {@code replace} or {@code merge}.
 * A patch is taken as it is written: variables in it are plain text.
 *
 * <p>Neither the patch nor a resource is written to, and the patch must not be written to by others. Every method may be
 * handed anything: a patch that is too deep or too costly ends in {@link PatchOutcome.Failed}.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/strategicMergePatch.go}, kyaml {@code yaml/merge2}
 */
public final class StrategicMerge {
    /** How many maps and lists of a patch may stand inside each other. */
    public static final int MAXIMUM_DEPTH = 500;

    private static final int MAXIMUM_DOCUMENT_DEPTH = 500;

    private final @Nullable CompiledMerge merge;
    private final String fault;

    private StrategicMerge(@Nullable CompiledMerge merge, String fault) {
        this.merge = merge;
        this.fault = fault;
    }

    /**
     * Compiles a patch.
     *
     * @param patch the patch
     * @return the compiled patch; one that cannot be applied to anything says so when it is applied
     */
    public static StrategicMerge compile(JsonNode patch) {
        Objects.requireNonNull(patch, "patch");
        try {
            return new StrategicMerge(new CompiledMerge(patch, MAXIMUM_DEPTH, MAXIMUM_DOCUMENT_DEPTH), "");
        } catch (MergeFault e) {
            return new StrategicMerge(null, preparing(e));
        }
    }

    /**
     * Applies the patch.
     *
     * @param resource the resource
     * @return what became of it
     */
    public PatchOutcome apply(JsonNode resource) {
        Objects.requireNonNull(resource, "resource");
        if (merge == null) {
            return PatchOutcome.Failed.of(fault);
        }
        if (!resource.isObject()) {
            return PatchOutcome.Failed.of("the resource is not an object");
        }
        ResolvedPatch resolved;
        try {
            resolved = merge.resolve(resource);
        } catch (MergeFault e) {
            return PatchOutcome.Failed.of(preparing(e));
        }
        return apply(merge, resource, resolved);
    }

    /**
     * Resolves the anchors of the patch against a resource.
     *
     * @param resource the resource
     * @return the patch that is merged then, with no anchors left: an empty object where a condition is not met, nothing
     *     where the patch cannot be applied
     */
    public Optional<JsonNode> resolve(JsonNode resource) {
        return resolved(resource).map(ResolvedPatch::patch);
    }

    /**
     * Tells which condition keeps the patch from being merged. {@link #apply} merges an empty object in its place, which
     * may still change a list that has a merge key twice.
     *
     * @param resource the resource
     * @return the condition that the resource does not meet, in Kyverno's words; nothing where it meets all of them, or
     *     where the patch cannot be applied
     */
    public Optional<String> unmetCondition(JsonNode resource) {
        return resolved(resource).map(ResolvedPatch::unmet);
    }

    private Optional<ResolvedPatch> resolved(JsonNode resource) {
        Objects.requireNonNull(resource, "resource");
        if (merge == null || !resource.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(merge.resolve(resource));
        } catch (MergeFault e) {
            return Optional.empty();
        }
    }

    private static PatchOutcome apply(CompiledMerge merge, JsonNode resource, ResolvedPatch resolved) {
        try {
            JsonNode result = merge.merge(resource, resolved.patch());
            if (result == null) {
                return PatchOutcome.Failed.of("filter cannot create or delete objects");
            }
            return result == resource ? PatchOutcome.Unchanged.INSTANCE : new PatchOutcome.Patched(result);
        } catch (MergeFault e) {
            return PatchOutcome.Failed.of(String.valueOf(e.getMessage()));
        }
    }

    private static String preparing(MergeFault fault) {
        return "failed to preProcess rule: " + fault.getMessage();
    }
}
