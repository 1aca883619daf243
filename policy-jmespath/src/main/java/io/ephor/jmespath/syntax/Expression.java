package io.ephor.jmespath.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The syntax of an expression, as parsed: immutable, without any decision about how it is evaluated. */
public sealed interface Expression {
    /** How deep the tree below this node is, this node included. */
    int depth();

    /** Nothing: what stands for the right side of a projection that goes no further. */
    record Identity() implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** {@code @} */
    record Current() implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** What the parser leaves behind where an index at the start of an expression is malformed; fails when evaluated. */
    record Malformed(int position) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** A key. */
    record Field(String name, int position) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** A JSON literal or a raw string. */
    record Literal(JsonNode value) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** The index of a list; negative from its end. */
    record Index(long index) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** A range of a list. */
    record Slice(
            @Nullable Long start,
            @Nullable Long stop,
            @Nullable Long step,
            int position) implements Expression {
        @Override
        public int depth() {
            return 1;
        }
    }

    /** {@code left[index]} or the slice of {@code left}. */
    record IndexExpression(Expression left, Expression right, int depth) implements Expression {}

    /** {@code left.right} */
    record Sub(Expression left, Expression right, int depth) implements Expression {}

    /** {@code left | right} */
    record Pipe(Expression left, Expression right, int depth) implements Expression {}

    /** {@code left || right} */
    record Or(Expression left, Expression right, int depth) implements Expression {}

    /** {@code left && right} */
    record And(Expression left, Expression right, int depth) implements Expression {}

    /** {@code !operand} */
    record Not(Expression operand, int depth) implements Expression {}

    /** {@code left == right} and the other comparators. */
    record Comparison(TokenKind comparator, Expression left, Expression right, int depth) implements Expression {}

    /** {@code left[?condition]right} */
    record Filter(Expression left, Expression right, Expression condition, int depth) implements Expression {}

    /** {@code operand[]}, without what follows. */
    record Flatten(Expression operand, int depth) implements Expression {}

    /** {@code left[*]right}, and what follows a flatten or a slice. */
    record Projection(Expression left, Expression right, int depth) implements Expression {}

    /** {@code left.*right} */
    record ValueProjection(Expression left, Expression right, int depth) implements Expression {}

    /** {@code [a, b]} */
    record MultiSelectList(List<Expression> items, int depth) implements Expression {}

    /** {@code {a: x, b: y}}; a name that comes twice keeps the later value. */
    record MultiSelectHash(List<String> names, List<Expression> values, int depth) implements Expression {}

    /**
     * {@code name(arguments)}
     *
     * @param name null where what stands before the parenthesis is no name; the call fails when evaluated
     */
    record Call(@Nullable String name, List<Expression> arguments, int position, int depth) implements Expression {}

    /** {@code &operand} */
    record Reference(Expression operand, int depth) implements Expression {}
}
