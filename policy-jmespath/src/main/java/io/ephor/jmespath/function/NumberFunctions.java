package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.ARRAY_OF_NUMBERS;
import static io.ephor.jmespath.function.ArgumentType.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import java.util.List;

/** {@code abs}, {@code avg}, {@code ceil} and {@code floor}. */
final class NumberFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(Signature.of("abs", NUMBER), (given, context) -> Numbers.of(Math.abs(number(given)))),
            new NamedFunction(Signature.of("avg", ARRAY_OF_NUMBERS), (given, context) -> average(given.get(0))),
            new NamedFunction(Signature.of("ceil", NUMBER), (given, context) -> Numbers.of(Math.ceil(number(given)))),
            new NamedFunction(
                    Signature.of("floor", NUMBER), (given, context) -> Numbers.of(Math.floor(number(given)))));

    private NumberFunctions() {}

    private static double number(List<JsonNode> given) {
        return JsonNumber.doubleValue(given.get(0));
    }

    /** The average of no numbers is NaN. */
    private static JsonNode average(JsonNode list) {
        double sum = 0;
        for (JsonNode number : list) {
            sum += JsonNumber.doubleValue(number);
        }
        return Numbers.of(sum / list.size());
    }
}
