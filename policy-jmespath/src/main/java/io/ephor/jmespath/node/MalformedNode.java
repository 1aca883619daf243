package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPathException;

/** What the parser leaves behind where an index at the start of an expression is malformed. */
record MalformedNode(int position) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        throw new JmesPathException(JmesPathException.Code.EVALUATION, "Unknown AST node: ASTEmpty", position);
    }
}
