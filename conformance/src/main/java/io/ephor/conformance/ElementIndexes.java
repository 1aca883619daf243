package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.function.GoInteger;
import java.util.Map;

/** The indexes of foreach elements in a recorded context, which are integers of Go. */
final class ElementIndexes {
    private ElementIndexes() {}

    /** Returns the context with integers for {@code elementIndex}, {@code elementIndex0} and so on. */
    static JsonNode asIntegers(JsonNode context) {
        ObjectNode copy = SuiteRun.object();
        for (Map.Entry<String, JsonNode> field : context.properties()) {
            JsonNode value = field.getValue();
            boolean index = field.getKey().startsWith("elementIndex") && value.isIntegralNumber();
            copy.set(field.getKey(), index ? new GoInteger(value.longValue()) : value);
        }
        return copy;
    }
}
