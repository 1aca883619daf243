package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.NUMBER;
import static io.ephor.jmespath.function.ArgumentType.OBJECT;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.ephor.jmespath.function.DeepEquality;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.Wildcard;
import java.util.List;
import java.util.Map;

/**
 * {@code pattern_match}: wildcards, and {@code label_match}: every pair of the one object is in the other.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class MatchFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.ofAny("pattern_match", List.of(STRING), List.of(STRING, NUMBER)),
                    (given, context) -> BooleanNode.valueOf(
                            Wildcard.matches(given.get(0).textValue(), ScalarText.of(given.get(1))))),
            new NamedFunction(
                    Signature.of("label_match", OBJECT, OBJECT),
                    (given, context) -> BooleanNode.valueOf(isWithin(given.get(0), given.get(1)))));

    private MatchFunctions() {}

    private static boolean isWithin(JsonNode labels, JsonNode all) {
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            JsonNode other = all.get(label.getKey());
            if (other == null || !DeepEquality.same(other, label.getValue())) {
                return false;
            }
        }
        return true;
    }
}
