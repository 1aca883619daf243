package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * A strategic merge patch, read once. Its methods throw {@link MergeFault} where the patch cannot be applied. Immutable
 * and thread-safe.
 */
public final class CompiledMerge {
    private static final int MOST_NODES = 1_000_000;

    private final int patchDepth;
    private final int documentDepth;
    private final Draft draft;
    private final @Nullable ResolvedPatch resolved;

    /**
     * Reads a patch.
     *
     * @param patch the patch
     * @param patchDepth how many maps and lists of the patch may stand inside each other
     * @param documentDepth the same for a document, as far as the merge has to look into it
     * @throws MergeFault if the patch is too deep, or is no map
     */
    public CompiledMerge(JsonNode patch, int patchDepth, int documentDepth) {
        this.patchDepth = patchDepth;
        this.documentDepth = documentDepth;
        DraftReader reader = new DraftReader(patchDepth);
        this.draft = reader.read(patch);
        this.resolved = reader.anchored() ? null : strip(draft, new Budget(MOST_NODES, "nodes"));
    }

    /**
     * Resolves the anchors against a resource.
     *
     * @param resource the resource
     * @return the patch without anchors, empty where a condition is not met
     * @throws MergeFault if a place of the resource has another kind than the patch needs
     */
    public ResolvedPatch resolve(JsonNode resource) {
        ResolvedPatch known = resolved;
        if (known != null) {
            return known;
        }
        Budget budget = new Budget(MOST_NODES, "nodes");
        Draft working = draft.copy(budget);
        Unmet unmet = new AnchorWalk(budget).walk(working, resource);
        return unmet == null
                ? strip(working, budget)
                : new ResolvedPatch(JsonNodeFactory.instance.objectNode(), unmet.text());
    }

    /**
     * Merges a patch without anchors.
     *
     * @param resource the resource
     * @param patch the patch
     * @return the result, the very same node when nothing changes; null when the patch deletes the resource
     * @throws MergeFault if the two do not fit together
     */
    public @Nullable JsonNode merge(JsonNode resource, JsonNode patch) {
        try {
            return merger(false).merge(resource, patch, MergePosition.UNKNOWN, 0);
        } catch (MergeFault e) {
            // Of several faults the one at the first key is told.
            return merger(true).merge(resource, patch, MergePosition.UNKNOWN, 0);
        }
    }

    private Merger merger(boolean ordered) {
        return new Merger(MergeKeyTable.INSTANCE, documentDepth + patchDepth, ordered);
    }

    private static ResolvedPatch strip(Draft draft, Budget budget) {
        new AnchorStripping(budget).stripRoot(draft);
        return new ResolvedPatch(draft.toJson(), null);
    }
}
