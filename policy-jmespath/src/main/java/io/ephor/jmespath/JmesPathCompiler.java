package io.ephor.jmespath;

import io.ephor.jmespath.function.JmesFunction;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.function.StandardFunctions;
import io.ephor.jmespath.node.NodeCompiler;
import io.ephor.jmespath.syntax.ExpressionLimits;
import io.ephor.jmespath.syntax.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Compiles expressions with a set of functions and limits. Immutable and thread-safe. */
public final class JmesPathCompiler {
    private static final int TEXT_LENGTH = 4 << 20;
    private static final JmesPathCompiler STANDARD = new Builder().build();

    private final NodeCompiler nodes;
    private final ExpressionLimits limits;
    private final int textLength;

    private JmesPathCompiler(Builder builder) {
        this.nodes = new NodeCompiler(Map.copyOf(builder.functions));
        this.limits = new ExpressionLimits(builder.length, builder.depth);
        this.textLength = builder.textLength;
    }

    static JmesPathCompiler standard() {
        return STANDARD;
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression
     * @return the compiled expression
     * @throws JmesPathException if the text is no expression or goes over a limit; unknown functions show in a search
     */
    public JmesPath compile(String expression) {
        Objects.requireNonNull(expression, "expression");
        return new JmesPath(expression, nodes.compile(Parser.parse(expression, limits)), textLength);
    }

    /** Collects functions and limits. Not thread-safe. */
    public static final class Builder {
        private final Map<String, NamedFunction> functions = new HashMap<>();
        private int length = ExpressionLimits.DEFAULT.length();
        private int depth = ExpressionLimits.DEFAULT.depth();
        private int textLength = TEXT_LENGTH;

        Builder() {
            StandardFunctions.ALL.forEach(this::add);
            KyvernoFunctions.ALL.forEach(this::add);
        }

        private void add(NamedFunction function) {
            functions.put(function.name(), function);
        }

        /**
         * Adds a function; it takes the place of one of the same name.
         *
         * @param signature what the function takes
         * @param function what it does
         * @return this builder
         */
        public Builder function(Signature signature, JmesFunction function) {
            functions.put(signature.name(), new NamedFunction(signature, function));
            return this;
        }

        /**
         * Sets how many characters an expression may have.
         *
         * @param characters how many characters
         * @return this builder
         */
        public Builder expressionLength(int characters) {
            length = characters;
            return this;
        }

        /**
         * Sets how deep an expression may be nested; much more than the default may exhaust the stack.
         *
         * @param depth how many levels
         * @return this builder
         */
        public Builder expressionDepth(int depth) {
            this.depth = depth;
            return this;
        }

        /**
         * Sets how many characters a text may have that a function makes.
         *
         * @param characters how many characters
         * @return this builder
         */
        public Builder textLength(int characters) {
            textLength = characters;
            return this;
        }

        /** {@return a compiler with what was given} */
        public JmesPathCompiler build() {
            return new JmesPathCompiler(this);
        }
    }
}
