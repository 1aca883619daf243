package io.ephor.jmespath.function;

import java.util.Objects;

/**
 * A function as it is registered.
 *
 * @param signature its name and arguments
 * @param function what it does
 */
public record NamedFunction(Signature signature, JmesFunction function) {
    public NamedFunction {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(function, "function");
    }

    /** Returns the name by which expressions call it. */
    public String name() {
        return signature.name();
    }
}
