package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a generate rule wants to be created or updated. Immutable and thread-safe as long as nobody writes to
 * the node.
 */
public final class GeneratedResource {
    /** What is to be done with the resource. A resource that is as it should be is not generated at all. */
    public enum Action {
        /** The resource does not exist yet. */
        CREATE,
        /** The resource exists, and the rule keeps it like its source ({@code synchronize}). */
        UPDATE
    }

    /** Where the content of the resource comes from. */
    public enum Mode {
        /** From {@code data} in the rule. */
        DATA,
        /** From the resource that {@code clone} names. */
        CLONE,
        /** From a resource that {@code cloneList} selects. */
        CLONE_LIST
    }

    private final String rule;
    private final Action action;
    private final Mode mode;
    private final JsonNode resource;
    private final @Nullable ResourceReference source;

    private GeneratedResource(
            String rule, Action action, Mode mode, JsonNode resource, @Nullable ResourceReference source) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.action = Objects.requireNonNull(action, "action");
        this.mode = Objects.requireNonNull(mode, "mode");
        this.resource = Objects.requireNonNull(resource, "resource");
        this.source = source;
    }

    /**
     * {@return a resource made of data in the rule}
     *
     * @param rule the name of the rule
     * @param action what is to be done
     * @param resource the resource with {@code apiVersion}, {@code kind} and {@code metadata}
     */
    public static GeneratedResource ofData(String rule, Action action, JsonNode resource) {
        return new GeneratedResource(rule, action, Mode.DATA, resource, null);
    }

    /**
     * {@return a resource that is a copy of another one}
     *
     * @param rule the name of the rule
     * @param action what is to be done
     * @param mode how the source was named
     * @param resource the resource with {@code apiVersion}, {@code kind} and {@code metadata}
     * @param source what was copied
     */
    public static GeneratedResource ofClone(
            String rule, Action action, Mode mode, JsonNode resource, ResourceReference source) {
        return new GeneratedResource(rule, action, mode, resource, Objects.requireNonNull(source, "source"));
    }

    /** {@return the name of the rule that made the resource} */
    public String rule() {
        return rule;
    }

    /** {@return what is to be done with the resource} */
    public Action action() {
        return action;
    }

    /** {@return where the content comes from} */
    public Mode mode() {
        return mode;
    }

    /**
     * {@return the resource, with {@code apiVersion}, {@code kind} and {@code metadata}} It carries the labels by which
     * Kyverno knows what made it. For an update it has the {@code resourceVersion} of what exists.
     */
    public JsonNode resource() {
        return resource;
    }

    /** {@return what was copied; null where the content comes from the rule} */
    public @Nullable ResourceReference source() {
        return source;
    }

    @Override
    public String toString() {
        return rule + ": " + action + " " + resource;
    }
}
