package io.ephor.jmespath.node;

import io.ephor.jmespath.syntax.Expression;

/** The text of a syntax tree in the errors of functions that were given one where a value was due. */
final class ExpressionText {
    private ExpressionText() {}

    /** Returns a key as the reference prints its node; every other tree without its inside. */
    static String of(Expression expression) {
        return expression instanceof Expression.Field field ? "{5 " + field.name() + " []}" : "{expression}";
    }
}
