package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns the function for a call whose arguments are partly known before any search, so that work on them is done
     * once.
     *
     * @param literals the arguments of the call in their order, as many as were written, each of any type; null where an
     *     argument is known in a search only
     * @return a function that does the same for such calls; by default this one
     */
    default JmesFunction prepare(List<@Nullable JsonNode> literals) {
        return this;
    }
}
