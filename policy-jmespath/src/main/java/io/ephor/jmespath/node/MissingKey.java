package io.ephor.jmespath.node;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.ephor.jmespath.JmesPathException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The outcome of a key that an object has not. It never leaves a search. */
public final class MissingKey extends ValueNode {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final int position;

    MissingKey(String key, int position) {
        this.key = key;
        this.position = position;
    }

    /** Returns the error that the outcome is where a value is due. */
    public JmesPathException error() {
        return new JmesPathException(
                JmesPathException.Code.UNKNOWN_KEY, "Unknown key \"" + key + "\" in path", position);
    }

    @Override
    public JsonNodeType getNodeType() {
        return JsonNodeType.MISSING;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.NOT_AVAILABLE;
    }

    @Override
    public String asText() {
        return "";
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNull();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
