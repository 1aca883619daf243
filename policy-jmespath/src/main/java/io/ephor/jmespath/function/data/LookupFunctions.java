package io.ephor.jmespath.function.data;

import static io.ephor.jmespath.function.ArgumentType.ARRAY;
import static io.ephor.jmespath.function.ArgumentType.NUMBER;
import static io.ephor.jmespath.function.ArgumentType.OBJECT;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.ArgumentType;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.ItemList;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Numbers;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.function.text.ScalarText;
import io.ephor.values.JsonNumber;
import io.ephor.values.KeyOrder;
import io.ephor.values.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code lookup}, {@code items} and {@code object_from_lists}.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class LookupFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.ofAny("lookup", List.of(OBJECT, ARRAY), List.of(STRING, NUMBER)),
                    (given, context) -> lookup(given.get(0), given.get(1))),
            new NamedFunction(
                    Signature.ofAny("items", List.of(OBJECT, ARRAY), List.of(STRING), List.of(STRING)),
                    (given, context) -> items(
                            given.get(0), given.get(1).textValue(), given.get(2).textValue())),
            new NamedFunction(
                    Signature.of("object_from_lists", ARRAY, ARRAY),
                    (given, context) -> objectFromLists(given.get(0), given.get(1))));

    private LookupFunctions() {}

    private static JsonNode lookup(JsonNode container, JsonNode key) {
        requirePlain("lookup", container);
        if (container.isArray()) {
            return element(container, key);
        }
        if (!key.isTextual()) {
            throw argument("lookup", 2, "String");
        }
        JsonNode value = container.get(key.textValue());
        return value == null ? NullNode.instance : value;
    }

    private static JsonNode element(JsonNode list, JsonNode key) {
        if (!ArgumentType.isNumber(key)) {
            throw argument("lookup", 2, "Number");
        }
        double index = JsonNumber.doubleValue(key);
        if (index != Math.rint(index) || Double.isInfinite(index)) {
            throw FunctionException.of(
                    "lookup", "argument #2: expected an integer number but got: " + NumberText.general(index));
        }
        if (index < -0x1p63 || index >= 0x1p63) {
            throw FunctionException.of(
                    "lookup",
                    "argument #2: number is outside the range of integer numbers: " + NumberText.general(index));
        }
        return index < 0 || index >= list.size() ? NullNode.instance : list.get((int) index);
    }

    /** Where both names are the same, the value wins. */
    private static JsonNode items(JsonNode container, String keyName, String valueName) {
        requirePlain("items", container);
        List<JsonNode> items = new ArrayList<>(container.size());
        if (container.isArray()) {
            for (JsonNode value : container) {
                items.add(item(keyName, Numbers.of(items.size()), valueName, value));
            }
            return new ItemList(items);
        }
        for (String key : KeyOrder.sortedKeys(container)) {
            items.add(item(keyName, TextNode.valueOf(key), valueName, container.path(key)));
        }
        return new ItemList(items);
    }

    private static JsonNode item(String keyName, JsonNode key, String valueName, JsonNode value) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.set(keyName, key);
        item.set(valueName, value);
        return item;
    }

    private static JsonNode objectFromLists(JsonNode keys, JsonNode values) {
        if (keys instanceof ItemList) {
            throw argument("object_from_lists", 1, "Array");
        }
        if (values instanceof ItemList) {
            throw argument("object_from_lists", 2, "Array");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < keys.size(); i++) {
            if (!ScalarText.exists(keys.get(i))) {
                throw argument("object_from_lists", 1, "StringArray");
            }
            JsonNode value = values.get(i);
            object.set(ScalarText.of(keys.get(i)), value == null ? NullNode.instance : value);
        }
        return object;
    }

    private static void requirePlain(String function, JsonNode container) {
        if (container instanceof ItemList) {
            throw argument(function, 1, "Object or Array");
        }
    }

    private static FunctionException argument(String function, int number, String type) {
        return FunctionException.of(function, "argument #" + number + " is not of type " + type);
    }
}
