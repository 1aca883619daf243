package io.ephor.engine.podsecurity.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A field of a pod that is wrong. Immutable; nobody may write to the value.
 *
 * @param field the path of the field, such as {@code spec.containers[0].securityContext.privileged}
 * @param required whether the field is missing; otherwise its value is forbidden
 * @param badValue the value, a text, a boolean, an integer or a list of texts; null where there is none to show
 */
public record FieldError(
        String field, boolean required, @Nullable JsonNode badValue) {
    static FieldError missing(String field) {
        return new FieldError(field, true, null);
    }

    static FieldError forbidden(String field) {
        return new FieldError(field, false, null);
    }

    static FieldError forbidden(String field, String value) {
        return new FieldError(field, false, TextNode.valueOf(value));
    }

    static FieldError forbidden(String field, boolean value) {
        return new FieldError(field, false, BooleanNode.valueOf(value));
    }

    static FieldError forbidden(String field, int value) {
        return new FieldError(field, false, IntNode.valueOf(value));
    }

    static FieldError forbidden(String field, Collection<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return new FieldError(field, false, list);
    }

    /**
     * {@return the same error of the field under another path}
     *
     * @param path the other path
     */
    public FieldError at(String path) {
        return new FieldError(path, required, badValue);
    }
}
