package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * The name and the arguments of a function, and the check of a call against them.
 *
 * <p>Kyverno: github.com/kyverno/go-jmespath functions.go
 *
 * @param name by which expressions call it
 * @param arguments the types that each argument may have, in the order of error texts; none at all takes any number of
 *     arguments of any type
 * @param variadic whether there may be more arguments than listed; then none is checked
 */
public record Signature(String name, List<List<ArgumentType>> arguments, boolean variadic) {
    public Signature {
        Objects.requireNonNull(name, "name");
        arguments = arguments.stream().map(List::copyOf).toList();
    }

    /** Returns a signature in which every argument has one type. */
    public static Signature of(String name, ArgumentType... types) {
        return new Signature(name, List.of(types).stream().map(List::of).toList(), false);
    }

    /** Returns a signature with at least one argument, of which none is checked. */
    public static Signature variadic(String name, ArgumentType type) {
        return new Signature(name, List.of(List.of(type)), true);
    }

    /** Returns a signature whose arguments may each have several types. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Signature ofAny(String name, List<ArgumentType>... types) {
        return new Signature(name, List.of(types), false);
    }

    /**
     * Checks the arguments of a call, from left to right.
     *
     * @throws FunctionException if there are too few or too many, or one has another type
     */
    public void check(List<JsonNode> given) {
        if (arguments.isEmpty()) {
            return;
        }
        if (variadic) {
            if (given.size() < arguments.size()) {
                throw new FunctionException("Invalid arity.");
            }
            return;
        }
        if (given.size() != arguments.size()) {
            throw new FunctionException("incorrect number of args");
        }
        for (int i = 0; i < given.size(); i++) {
            check(given.get(i), arguments.get(i));
        }
    }

    /** {@return whether {@link #check} lets a call pass} */
    public boolean accepts(List<JsonNode> given) {
        if (variadic || arguments.isEmpty()) {
            return given.size() >= arguments.size();
        }
        if (given.size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!accepts(given.get(i), arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(JsonNode value, List<ArgumentType> types) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).accepts(value)) {
                return true;
            }
        }
        return false;
    }

    private static void check(JsonNode value, List<ArgumentType> types) {
        if (!accepts(value, types)) {
            throw new FunctionException("Invalid type for: " + ShownValue.of(value) + ", expected: []jmespath.JpType{"
                    + names(types) + "}");
        }
    }

    private static String names(List<ArgumentType> types) {
        StringBuilder names = new StringBuilder();
        for (ArgumentType type : types) {
            names.append(names.isEmpty() ? "\"" : ", \"").append(type.text()).append('"');
        }
        return names.toString();
    }
}
