package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a function does. Implementations are thread-safe and never change an argument. */
@FunctionalInterface
public interface JmesFunction {
    /**
     * Computes the result of a call.
     *
     * @param arguments as many and of such types as the signature says; a missing key comes as null
     * @return the result; JSON's null for nothing
     * @throws FunctionException if the call has no result
     */
    JsonNode call(List<JsonNode> arguments, FunctionContext context);
}
