package io.ephor.jmespath.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.JmesPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions by operator precedence, with the leniencies of the reference: commas that may be missing, an index
 * error at the start of an expression that shows only when it is evaluated, and callees of any kind.
 *
 * <p>Kyverno: github.com/kyverno/go-jmespath parser.go
 */
public final class Parser {
    private static final int PROJECTION_STOP = 10;

    private final List<Token> tokens;
    private final ExpressionLimits limits;
    private int index;
    private int nesting;

    private Parser(List<Token> tokens, ExpressionLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /**
     * Parses an expression.
     *
     * @throws JmesPathException if the text is no expression or goes over a limit
     */
    public static Expression parse(String text, ExpressionLimits limits) {
        if (text.length() > limits.length()) {
            throw limit("expression is longer than " + limits.length() + " characters", limits.length());
        }
        Parser parser = new Parser(Lexer.tokens(text), limits);
        Expression expression = parser.expression(0);
        if (parser.current() != TokenKind.EOF) {
            throw parser.error("Unexpected token at the end of the expression: "
                    + parser.current().text());
        }
        return expression;
    }

    private Expression expression(int power) {
        if (++nesting > limits.depth()) {
            throw limit("expression is nested deeper than " + limits.depth(), token().position());
        }
        Token first = token();
        index++;
        Expression left = prefix(first);
        while (power < current().bindingPower()) {
            Token operator = token();
            index++;
            left = infix(operator, left);
            if (left.depth() > limits.depth()) {
                throw limit("expression is nested deeper than " + limits.depth(), operator.position());
            }
        }
        nesting--;
        return left;
    }

    private Expression prefix(Token token) {
        return switch (token.kind()) {
            case JSON_LITERAL -> new Expression.Literal(literal(token.text(), token.position()));
            case STRING_LITERAL -> new Expression.Literal(TextNode.valueOf(token.text()));
            case UNQUOTED_IDENTIFIER -> new Expression.Field(token.text(), token.position());
            case QUOTED_IDENTIFIER -> {
                if (current() == TokenKind.LPAREN) {
                    throw error("Can't have quoted identifier as function Name.", token);
                }
                yield new Expression.Field(token.text(), token.position());
            }
            case STAR -> {
                Expression right =
                        current() == TokenKind.RBRACKET ? new Expression.Identity() : projected(TokenKind.STAR);
                yield new Expression.ValueProjection(new Expression.Identity(), right, depth(right));
            }
            case FILTER -> filter(new Expression.Identity());
            case LBRACE -> multiSelectHash();
            case FLATTEN -> flatten(new Expression.Identity());
            case LBRACKET -> prefixBracket(token);
            case CURRENT -> new Expression.Current();
            case EXPREF -> {
                Expression operand = expression(TokenKind.EXPREF.bindingPower());
                yield new Expression.Reference(operand, depth(operand));
            }
            case NOT -> {
                Expression operand = expression(TokenKind.NOT.bindingPower());
                yield new Expression.Not(operand, depth(operand));
            }
            case LPAREN -> {
                Expression inner = expression(0);
                match(TokenKind.RPAREN);
                yield inner;
            }
            case EOF -> throw error("Incomplete expression", token);
            default -> throw error("Invalid token: " + token.kind().text(), token);
        };
    }

    private Expression prefixBracket(Token bracket) {
        if (current() == TokenKind.NUMBER || current() == TokenKind.COLON) {
            Expression index;
            try {
                index = index();
            } catch (JmesPathException dropped) {
                // The reference drops this error and goes on at the offending token.
                return new Expression.Malformed(bracket.position());
            }
            return projectIfSlice(new Expression.Identity(), index);
        }
        if (current() == TokenKind.STAR && ahead(1) == TokenKind.RBRACKET) {
            index += 2;
            Expression right = projected(TokenKind.STAR);
            return new Expression.Projection(new Expression.Identity(), right, depth(right));
        }
        return multiSelectList();
    }

    private Expression infix(Token operator, Expression left) {
        return switch (operator.kind()) {
            case DOT -> dot(left);
            case PIPE -> {
                Expression right = expression(TokenKind.PIPE.bindingPower());
                yield new Expression.Pipe(left, right, depth(left, right));
            }
            case OR -> {
                Expression right = expression(TokenKind.OR.bindingPower());
                yield new Expression.Or(left, right, depth(left, right));
            }
            case AND -> {
                Expression right = expression(TokenKind.AND.bindingPower());
                yield new Expression.And(left, right, depth(left, right));
            }
            case EQ, NE, LT, LTE, GT, GTE -> {
                Expression right = expression(operator.kind().bindingPower());
                yield new Expression.Comparison(operator.kind(), left, right, depth(left, right));
            }
            case LPAREN -> call(left, operator);
            case FILTER -> filter(left);
            case FLATTEN -> flatten(left);
            case LBRACKET -> infixBracket(left);
            default -> throw error("Unexpected token: " + operator.kind().text());
        };
    }

    private Expression dot(Expression left) {
        if (current() != TokenKind.STAR) {
            Expression right = dotOperand(TokenKind.DOT.bindingPower());
            return new Expression.Sub(left, right, depth(left, right));
        }
        index++;
        Expression right = projected(TokenKind.DOT);
        return new Expression.ValueProjection(left, right, depth(left, right));
    }

    private Expression infixBracket(Expression left) {
        if (current() == TokenKind.NUMBER || current() == TokenKind.COLON) {
            return projectIfSlice(left, index());
        }
        match(TokenKind.STAR);
        match(TokenKind.RBRACKET);
        Expression right = projected(TokenKind.STAR);
        return new Expression.Projection(left, right, depth(left, right));
    }

    private Expression call(Expression callee, Token parenthesis) {
        List<Expression> arguments = new ArrayList<>();
        while (current() != TokenKind.RPAREN) {
            arguments.add(expression(0));
            if (current() == TokenKind.COMMA) {
                index++;
            }
        }
        match(TokenKind.RPAREN);
        int position = callee instanceof Expression.Field field ? field.position() : parenthesis.position();
        return new Expression.Call(calleeName(callee), List.copyOf(arguments), position, depth(arguments));
    }

    private static @Nullable String calleeName(Expression callee) {
        if (callee instanceof Expression.Field field) {
            return field.name();
        }
        if (callee instanceof Expression.Literal literal) {
            return literal.value().textValue();
        }
        return callee instanceof Expression.Call call ? call.name() : null;
    }

    private Expression filter(Expression left) {
        Expression condition = expression(0);
        match(TokenKind.RBRACKET);
        Expression right = current() == TokenKind.FLATTEN ? new Expression.Identity() : projected(TokenKind.FILTER);
        return new Expression.Filter(left, right, condition, depth(left, right, condition));
    }

    private Expression flatten(Expression operand) {
        Expression left = new Expression.Flatten(operand, depth(operand));
        Expression right = projected(TokenKind.FLATTEN);
        return new Expression.Projection(left, right, depth(left, right));
    }

    private Expression multiSelectList() {
        List<Expression> items = new ArrayList<>();
        items.add(expression(0));
        while (current() != TokenKind.RBRACKET) {
            match(TokenKind.COMMA);
            items.add(expression(0));
        }
        index++;
        return new Expression.MultiSelectList(List.copyOf(items), depth(items));
    }

    private Expression multiSelectHash() {
        List<String> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (true) {
            Token key = token();
            if (key.kind() != TokenKind.UNQUOTED_IDENTIFIER && key.kind() != TokenKind.QUOTED_IDENTIFIER) {
                throw error("Expected tQuotedIdentifier or tUnquotedIdentifier");
            }
            index++;
            match(TokenKind.COLON);
            names.add(key.text());
            values.add(expression(0));
            if (current() == TokenKind.RBRACE) {
                index++;
                return new Expression.MultiSelectHash(List.copyOf(names), List.copyOf(values), depth(values));
            }
            if (current() == TokenKind.COMMA) {
                index++;
            }
        }
    }

    private Expression index() {
        if (current() == TokenKind.COLON || ahead(1) == TokenKind.COLON) {
            return slice();
        }
        long value = number(token());
        index++;
        match(TokenKind.RBRACKET);
        return new Expression.Index(value);
    }

    private Expression slice() {
        int position = token().position();
        @Nullable Long[] parts = new Long[3];
        int part = 0;
        while (current() != TokenKind.RBRACKET && part < 3) {
            if (current() == TokenKind.COLON) {
                part++;
            } else if (current() == TokenKind.NUMBER) {
                parts[part] = number(token());
            } else {
                throw error("Expected tColon or tNumber, received: " + current().text());
            }
            index++;
        }
        match(TokenKind.RBRACKET);
        return new Expression.Slice(parts[0], parts[1], parts[2], position);
    }

    private Expression projectIfSlice(Expression left, Expression right) {
        Expression indexed = new Expression.IndexExpression(left, right, depth(left, right));
        if (!(right instanceof Expression.Slice)) {
            return indexed;
        }
        Expression rest = projected(TokenKind.STAR);
        return new Expression.Projection(indexed, rest, depth(indexed, rest));
    }

    /** Parses what a projection does with each element: as far as tokens bind tighter than the projection stops. */
    private Expression projected(TokenKind projection) {
        TokenKind kind = current();
        if (kind.bindingPower() < PROJECTION_STOP) {
            return new Expression.Identity();
        }
        if (kind == TokenKind.LBRACKET || kind == TokenKind.FILTER) {
            return expression(projection.bindingPower());
        }
        if (kind == TokenKind.DOT) {
            index++;
            return dotOperand(projection.bindingPower());
        }
        throw error("Error");
    }

    private Expression dotOperand(int power) {
        return switch (current()) {
            case QUOTED_IDENTIFIER, UNQUOTED_IDENTIFIER, STAR -> expression(power);
            case LBRACKET -> {
                index++;
                yield multiSelectList();
            }
            case LBRACE -> {
                index++;
                yield multiSelectHash();
            }
            default -> throw error("Expected identifier, lbracket, or lbrace");
        };
    }

    private static JsonNode literal(String json, int position) {
        try {
            return GoJson.parse(json);
        } catch (GoJsonException exception) {
            throw new JmesPathException(
                    JmesPathException.Code.SYNTAX, Objects.requireNonNull(exception.getMessage()), position);
        }
    }

    private static long number(Token token) {
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException exception) {
            String reason = token.text().equals("-") ? "invalid syntax" : "value out of range";
            throw new JmesPathException(
                    JmesPathException.Code.SYNTAX,
                    "strconv.Atoi: parsing \"" + token.text() + "\": " + reason,
                    token.position());
        }
    }

    private void match(TokenKind kind) {
        if (current() != kind) {
            throw error("Expected " + kind.text() + ", received: " + current().text());
        }
        index++;
    }

    private Token token() {
        return tokens.get(index);
    }

    private TokenKind current() {
        return tokens.get(index).kind();
    }

    private TokenKind ahead(int distance) {
        int place = Math.min(index + distance, tokens.size() - 1);
        return tokens.get(place).kind();
    }

    private static int depth(Expression... children) {
        return depth(List.of(children));
    }

    private static int depth(List<Expression> children) {
        int depth = 0;
        for (Expression child : children) {
            depth = Math.max(depth, child.depth());
        }
        return depth + 1;
    }

    private JmesPathException error(String message) {
        return error(message, token());
    }

    private static JmesPathException error(String message, Token token) {
        return new JmesPathException(JmesPathException.Code.SYNTAX, "SyntaxError: " + message, token.position());
    }

    private static JmesPathException limit(String message, int position) {
        return new JmesPathException(JmesPathException.Code.LIMIT, message, position);
    }
}
