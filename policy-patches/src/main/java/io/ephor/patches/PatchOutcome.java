package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a document that a patch was applied to. Immutable as long as nobody writes to the document. */
public sealed interface PatchOutcome {
    /**
     * The patch changed the document.
     *
     * @param document the changed document, which shares what did not change with the document and with the patch
     */
    record Patched(JsonNode document) implements PatchOutcome {}

    /** The patch left the document as it is: a rule is skipped then, with the message {@value #MESSAGE}. */
    record Unchanged() implements PatchOutcome {
        /** What Kyverno says of a patch that changes nothing. */
        public static final String MESSAGE = "no patches applied";

        static final Unchanged INSTANCE = new Unchanged();
    }

    /**
     * The patch cannot be applied to the document.
     *
     * @param text why; to the letter what Kyverno says, where it is Kyverno that refuses it
     */
    record Failed(String text) implements PatchOutcome {
        static Failed of(String cause) {
            return new Failed("failed to patch resource: " + cause);
        }
    }
}
