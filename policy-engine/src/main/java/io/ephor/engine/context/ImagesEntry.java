package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The images of the resource. They are there in every rule, and taken from the resource anew whenever a loop goes on.
 *
 * <p>Kyverno: pkg/engine/context/context.go
 */
record ImagesEntry(EntryName name) implements CompiledEntry {
    static final EntryName IMAGES = new EntryName("images");

    ImagesEntry() {
        this(IMAGES);
    }

    @Override
    public String kind() {
        return "images";
    }

    @Override
    public boolean isAvailable(EvaluationScope evaluation) {
        return true;
    }

    @Override
    public void load(RuleScope scope, EntryState state) {
        JsonNode images = scope.evaluation().images();
        if (!images.isEmpty()) {
            scope.mergeImages(images);
        }
    }
}
