package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.patches.PatchOutcome;
import io.ephor.patches.StrategicMerge;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The patch that a block states: a strategic merge, or else a JSON Patch. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/mutate/mutation.go
 */
final class Patch {
    static final String MERGE = "patchStrategicMerge";
    static final String OPERATIONS = "patchesJson6902";

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final int LONGEST_QUOTE = 1_000_000;

    private final JsonNode source;
    private final @Nullable StrategicMerge merge;
    private final @Nullable JsonPatchDocument operations;

    private Patch(JsonNode source, @Nullable StrategicMerge merge, @Nullable JsonPatchDocument operations) {
        this.source = source;
        this.merge = merge;
        this.operations = operations;
    }

    /** Compiles the patch of a block; null where it states none. */
    static @Nullable Patch of(JsonNode block) {
        if (merges(block)) {
            return new Patch(block.path(MERGE), StrategicMerge.compile(block.path(MERGE)), null);
        }
        JsonNode text = block.path(OPERATIONS);
        return text.isTextual() && !text.textValue().isEmpty()
                ? new Patch(text, null, JsonPatchDocument.parse(text.textValue()))
                : null;
    }

    /** Says whether a block states a strategic merge. */
    static boolean merges(JsonNode block) {
        return block.hasNonNull(MERGE);
    }

    /** Says whether this is the very patch of a block, so that it need not be compiled again. */
    boolean isOf(JsonNode block) {
        return source == block.path(merge == null ? OPERATIONS : MERGE) && merges(block) == (merge != null);
    }

    private PatchOutcome operate(JsonNode object) {
        return Objects.requireNonNull(operations, OPERATIONS)
                .apply(object.isMissingNode() ? NullNode.getInstance() : object);
    }

    private static String text(JsonNode document) {
        try {
            return GoJsonText.of(document, LONGEST_QUOTE);
        } catch (FunctionException tooLong) {
            return "…";
        }
    }

    /** Applies the patch; what comes of it must still say of which kind it is. */
    MutationOutcome apply(JsonNode object) {
        PatchOutcome outcome = merge == null ? operate(object) : merge.apply(object.isMissingNode() ? NOTHING : object);
        if (outcome instanceof PatchOutcome.Failed failed) {
            return new MutationOutcome.Failed(failed.text(), null);
        }
        if (!(outcome instanceof PatchOutcome.Patched patched)) {
            return new MutationOutcome.Unchanged(PatchOutcome.Unchanged.MESSAGE);
        }
        JsonNode kind = patched.document().path("kind");
        if (kind.isTextual() && !kind.textValue().isEmpty()) {
            return new MutationOutcome.Changed(patched.document());
        }
        return new MutationOutcome.Failed(
                "failed to unmarshal patched resource: Object 'Kind' is missing in '" + text(patched.document()) + "'",
                null);
    }
}
