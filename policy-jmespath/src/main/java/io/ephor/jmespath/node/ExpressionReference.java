package io.ephor.jmespath.node;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.ephor.jmespath.syntax.Expression;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The value of {@code &expression}: what some functions evaluate for each element. As JSON it is an empty object. */
public final class ExpressionReference extends ValueNode {
    private static final long serialVersionUID = 1L;

    private final transient Expression expression;
    private final transient Node node;

    ExpressionReference(Expression expression, Node node) {
        this.expression = expression;
        this.node = node;
    }

    Node node() {
        return node;
    }

    @Override
    public JsonNodeType getNodeType() {
        return JsonNodeType.POJO;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_EMBEDDED_OBJECT;
    }

    /** Returns the reference as error texts show it. */
    @Override
    public String asText() {
        return "{" + ExpressionText.of(expression) + "}";
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeStartObject();
        generator.writeEndObject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExpressionReference reference && expression.equals(reference.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }
}
