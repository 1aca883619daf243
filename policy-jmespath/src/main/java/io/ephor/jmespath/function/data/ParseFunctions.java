package io.ephor.jmespath.function.data;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Numbers;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.syntax.GoJson;
import io.ephor.jmespath.syntax.GoJsonException;
import io.ephor.values.JsonNumber;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code parse_json} and {@code parse_yaml}: the first document of a text. Every number is a float64.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go, sigs.k8s.io/yaml
 */
final class ParseFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.of("parse_json", STRING),
                    (given, context) -> json(given.get(0).textValue())),
            new NamedFunction(
                    Signature.of("parse_yaml", STRING),
                    (given, context) -> yaml(given.get(0).textValue())));

    private static final double EXACT = 0x1p53;

    private ParseFunctions() {}

    private static JsonNode json(String text) {
        try {
            return GoJson.parse(text);
        } catch (GoJsonException exception) {
            throw new FunctionException(Objects.requireNonNull(exception.getMessage()));
        }
    }

    private static JsonNode yaml(String text) {
        YamlOutcome outcome = YamlReader.lenient().readFirst("parse_yaml", text);
        if (outcome instanceof YamlOutcome.Faulty faulty) {
            throw YamlErrors.of(faulty.faults().get(0), text);
        }
        return floats(outcome.orThrow().value());
    }

    /** INVARIANT: the reader's limit bounds the depth. */
    private static JsonNode floats(JsonNode value) {
        if (value.isNumber()) {
            double number = JsonNumber.doubleValue(value);
            boolean same = value.isIntegralNumber() && Math.abs(number) < EXACT;
            return same ? value : Numbers.of(number);
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> list.add(floats(element)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.set(field.getKey(), floats(field.getValue()));
            }
            return object;
        }
        return value;
    }
}
