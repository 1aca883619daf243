package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.node.LongNode;

/**
 * A number that Go holds as an {@code int}: the result of {@code compare()} and the index of a foreach element. It
 * equals no other number, is not ordered, and no function takes it for a number.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go, pkg/engine/context/context.go
 */
public final class GoInteger extends LongNode {
    private static final long serialVersionUID = 1L;

    public GoInteger(long value) {
        super(value);
    }
}
