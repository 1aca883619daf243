package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** A compiled rule with {@code mutate}. Immutable and thread-safe. */
sealed interface MutateRule permits CompiledMutation, CompiledTargetMutation {
    /** Returns what stands around the body. */
    RuleFrame frame();

    /** Returns the message of a rule that changed an object. */
    static String passed(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        String name = text(object, "kind") + "/" + text(metadata, "name");
        String namespace = text(metadata, "namespace");
        return "mutated " + name + (namespace.isEmpty() ? "" : " in namespace " + namespace);
    }

    private static String text(JsonNode object, String field) {
        return Objects.requireNonNullElse(object.path(field).textValue(), "");
    }
}
