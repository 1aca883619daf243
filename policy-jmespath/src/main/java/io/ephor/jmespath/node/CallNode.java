package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.ObjectFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call: the arguments are evaluated, a missing key being null, then the function is looked for, then the arguments are
 * checked.
 *
 * @param name null where what is called is no name
 * @param function null where no function has the name
 */
record CallNode(@Nullable String name, @Nullable NamedFunction function, List<Node> arguments, int position)
        implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode[] evaluated = new JsonNode[arguments.size()];
        for (int i = 0; i < evaluated.length; i++) {
            evaluated[i] = arguments.get(i).orNull(current, frame);
        }
        List<JsonNode> values = Arrays.asList(evaluated);
        if (frame.isAttempt()
                && (frame.hasFailed()
                        || function == null
                        || !function.signature().accepts(values))) {
            frame.fail();
            return NullNode.instance;
        }
        if (name == null) {
            throw error(JmesPathException.Code.FUNCTION, "invalid node value type");
        }
        if (function == null) {
            throw error(JmesPathException.Code.FUNCTION, "unknown function: " + name);
        }
        check(function, values);
        try {
            return function.function().call(values, frame);
        } catch (FunctionException exception) {
            throw error(
                    codeOf(exception, JmesPathException.Code.EVALUATION),
                    Objects.requireNonNull(exception.getMessage()));
        }
    }

    @Override
    public @Nullable Node below(List<String> path) {
        List<Node> inner = Node.below(arguments, path);
        return inner == null ? null : new CallNode(name, function, inner, position);
    }

    /** Says whether this is {@code keys(@)}. */
    boolean isKeysOfCurrent() {
        return function != null
                && function.function() == ObjectFunctions.KEYS.function()
                && arguments.size() == 1
                && arguments.get(0) instanceof CurrentNode;
    }

    private void check(NamedFunction called, List<JsonNode> values) {
        try {
            called.signature().check(values);
        } catch (FunctionException exception) {
            throw error(
                    codeOf(exception, JmesPathException.Code.FUNCTION), Objects.requireNonNull(exception.getMessage()));
        }
    }

    private static JmesPathException.Code codeOf(FunctionException exception, JmesPathException.Code otherwise) {
        return exception.isLimit() ? JmesPathException.Code.LIMIT : otherwise;
    }

    private JmesPathException error(JmesPathException.Code code, String message) {
        return new JmesPathException(code, message, position);
    }
}
