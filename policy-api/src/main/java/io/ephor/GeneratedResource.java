package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** A resource that a generate rule made. Immutable and thread-safe as long as nobody writes to the node. */
public final class GeneratedResource {
    private final String rule;
    private final JsonNode resource;

    private GeneratedResource(String rule, JsonNode resource) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.resource = Objects.requireNonNull(resource, "resource");
    }

    /**
     * {@return a resource made by the named rule}
     *
     * @param rule the name of the rule
     * @param resource the resource with {@code apiVersion}, {@code kind} and {@code metadata}
     */
    public static GeneratedResource of(String rule, JsonNode resource) {
        return new GeneratedResource(rule, resource);
    }

    /** {@return the name of the rule that made the resource} */
    public String rule() {
        return rule;
    }

    /** {@return the resource, with {@code apiVersion}, {@code kind} and {@code metadata}} */
    public JsonNode resource() {
        return resource;
    }

    @Override
    public String toString() {
        return rule + ": " + resource;
    }
}
