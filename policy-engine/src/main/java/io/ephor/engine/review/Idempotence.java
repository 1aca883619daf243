package io.ephor.engine.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.values.PatchOperation;
import java.util.List;

/** Whether a policy that ran twice changed anything the second time. Immutable and thread-safe. */
public final class Idempotence {
    private final EvaluationResult first;
    private final EvaluationResult second;

    Idempotence(EvaluationResult first, EvaluationResult second) {
        this.first = first;
        this.second = second;
    }

    /** {@return whether the second time changed nothing} A policy that ended in error both times changed nothing either. */
    public boolean holds() {
        return secondPatch().isEmpty();
    }

    /** {@return what the second time changed, as operations on {@link #once()}; empty where it changed nothing} */
    public List<PatchOperation> secondPatch() {
        return second.patch();
    }

    /** {@return the resource after the first time} */
    public JsonNode once() {
        return first.patchedResource();
    }

    /** {@return the resource after the second time: the same node as {@link #once()} where nothing changed} */
    public JsonNode twice() {
        return second.patchedResource();
    }

    /** {@return what the policy said the first time} */
    public EvaluationResult first() {
        return first;
    }

    /** {@return what the policy said the second time} */
    public EvaluationResult second() {
        return second;
    }
}
