package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns syntax trees into nodes. */
public final class NodeCompiler {
    private final Map<String, NamedFunction> functions;

    /**
     * Starts a compiler.
     *
     * @param functions by their names; not changed afterwards
     */
    public NodeCompiler(Map<String, NamedFunction> functions) {
        this.functions = functions;
    }

    /** Compiles a tree; it is as deep as the parser's limit allows. */
    public Node compile(Expression expression) {
        if (expression instanceof Expression.Identity || expression instanceof Expression.Current) {
            return new CurrentNode();
        }
        if (expression instanceof Expression.Field field) {
            return new FieldNode(field.name(), field.position());
        }
        if (expression instanceof Expression.Literal literal) {
            return new LiteralNode(literal.value());
        }
        if (expression instanceof Expression.Index index) {
            return new IndexNode(index.index());
        }
        if (expression instanceof Expression.Slice slice) {
            return new SliceNode(slice.start(), slice.stop(), slice.step(), slice.position());
        }
        if (expression instanceof Expression.Malformed malformed) {
            return new MalformedNode(malformed.position());
        }
        return operator(expression);
    }

    private Node operator(Expression expression) {
        if (expression instanceof Expression.Sub sub) {
            List<FieldNode> keys = keys(sub);
            return keys.isEmpty() ? new SubNode(compile(sub.left()), compile(sub.right())) : new KeysNode(keys);
        }
        if (expression instanceof Expression.IndexExpression index) {
            return new SubNode(compile(index.left()), compile(index.right()));
        }
        if (expression instanceof Expression.Pipe pipe) {
            return new PipeNode(compile(pipe.left()), compile(pipe.right()));
        }
        if (expression instanceof Expression.Or or) {
            return new OrNode(compile(or.left()), compile(or.right()));
        }
        if (expression instanceof Expression.And and) {
            return new AndNode(compile(and.left()), compile(and.right()));
        }
        if (expression instanceof Expression.Not not) {
            return new NotNode(compile(not.operand()));
        }
        if (expression instanceof Expression.Comparison comparison) {
            return new ComparisonNode(comparison.comparator(), compile(comparison.left()), compile(comparison.right()));
        }
        return projection(expression);
    }

    /** The keys of a path that consists of keys only; none where it has something else. */
    private static List<FieldNode> keys(Expression.Sub path) {
        List<FieldNode> keys = new ArrayList<>();
        Expression rest = path;
        while (rest instanceof Expression.Sub sub && sub.right() instanceof Expression.Field field) {
            keys.add(0, new FieldNode(field.name(), field.position()));
            rest = sub.left();
        }
        if (!(rest instanceof Expression.Field first)) {
            return List.of();
        }
        keys.add(0, new FieldNode(first.name(), first.position()));
        return keys;
    }

    private Node projection(Expression expression) {
        if (expression instanceof Expression.Projection projection
                && projection.left() instanceof Expression.Flatten flatten) {
            return FlattenListsNode.of(compile(flatten.operand()), compile(projection.right()));
        }
        if (expression instanceof Expression.Projection projection) {
            return new ProjectionNode(compile(projection.left()), compile(projection.right()));
        }
        if (expression instanceof Expression.ValueProjection projection) {
            return new ValueProjectionNode(compile(projection.left()), compile(projection.right()));
        }
        if (expression instanceof Expression.Filter filter) {
            return new FilterNode(compile(filter.left()), compile(filter.right()), compile(filter.condition()));
        }
        return constructed(expression);
    }

    private Node constructed(Expression expression) {
        if (expression instanceof Expression.MultiSelectList list) {
            return new MultiSelectListNode(all(list.items()));
        }
        if (expression instanceof Expression.MultiSelectHash hash) {
            return new MultiSelectHashNode(hash.names(), all(hash.values()));
        }
        if (expression instanceof Expression.Reference reference) {
            return new LiteralNode(new ExpressionReference(reference.operand(), compile(reference.operand())));
        }
        if (expression instanceof Expression.Call call) {
            List<Node> arguments = all(call.arguments());
            return new CallNode(call.name(), function(call.name(), arguments), arguments, call.position());
        }
        throw new IllegalStateException("no node for " + expression.getClass().getSimpleName());
    }

    private @Nullable NamedFunction function(@Nullable String name, List<Node> arguments) {
        NamedFunction function = name == null ? null : functions.get(name);
        if (function == null) {
            return null;
        }
        List<@Nullable JsonNode> literals = new ArrayList<>(arguments.size());
        for (Node argument : arguments) {
            literals.add(argument instanceof LiteralNode literal ? literal.value() : null);
        }
        return new NamedFunction(function.signature(), function.function().prepare(literals));
    }

    private List<Node> all(List<Expression> expressions) {
        List<Node> nodes = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            nodes.add(compile(expression));
        }
        return List.copyOf(nodes);
    }
}
