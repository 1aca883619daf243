package io.ephor.jmespath.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts an expression into tokens. It reads everything before the parser starts, so its errors win.
 *
 * <p>Kyverno: github.com/kyverno/go-jmespath lexer.go
 */
final class Lexer {
    private static final int END = -1;

    private final String expression;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Lexer(String expression) {
        this.expression = expression;
    }

    /**
     * Returns the tokens of an expression; the last one is {@link TokenKind#EOF}.
     *
     * @throws JmesPathException if the text holds what is no token
     */
    static List<Token> tokens(String expression) {
        return new Lexer(expression).read();
    }

    private List<Token> read() {
        while (next < expression.length()) {
            int start = next;
            int c = take();
            if (isIdentifierStart(c)) {
                identifier(start);
            } else if (c == '-' || isDigit(c)) {
                number(start);
            } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                other(c, start);
            }
        }
        add(TokenKind.EOF, "", expression.length());
        return tokens;
    }

    private void other(int c, int start) {
        switch (c) {
            case '.' -> add(TokenKind.DOT, ".", start);
            case '*' -> add(TokenKind.STAR, "*", start);
            case ',' -> add(TokenKind.COMMA, ",", start);
            case ':' -> add(TokenKind.COLON, ":", start);
            case '{' -> add(TokenKind.LBRACE, "{", start);
            case '}' -> add(TokenKind.RBRACE, "}", start);
            case ']' -> add(TokenKind.RBRACKET, "]", start);
            case '(' -> add(TokenKind.LPAREN, "(", start);
            case ')' -> add(TokenKind.RPAREN, ")", start);
            case '@' -> add(TokenKind.CURRENT, "@", start);
            case '[' -> bracket(start);
            case '"' -> quotedIdentifier(start);
            case '\'' -> rawString(start);
            case '`' -> jsonLiteral(start);
            case '|' -> oneOrTwo('|', TokenKind.OR, TokenKind.PIPE, start);
            case '<' -> oneOrTwo('=', TokenKind.LTE, TokenKind.LT, start);
            case '>' -> oneOrTwo('=', TokenKind.GTE, TokenKind.GT, start);
            case '!' -> oneOrTwo('=', TokenKind.NE, TokenKind.NOT, start);
            case '=' -> oneOrTwo('=', TokenKind.EQ, TokenKind.UNKNOWN, start);
            case '&' -> oneOrTwo('&', TokenKind.AND, TokenKind.EXPREF, start);
            default -> throw error("Unknown char: " + GoJson.rune(c), start);
        }
    }

    private void identifier(int start) {
        while (isIdentifierPart(peek())) {
            next++;
        }
        // The reference takes U+0080 for a part of the identifier that it follows, and ends the identifier there.
        if (peek() == 0x80) {
            next++;
        }
        add(TokenKind.UNQUOTED_IDENTIFIER, expression.substring(start, next), start);
    }

    private void number(int start) {
        while (isDigit(peek())) {
            next++;
        }
        add(TokenKind.NUMBER, expression.substring(start, next), start);
    }

    private void bracket(int start) {
        if (peek() == '?') {
            next++;
            add(TokenKind.FILTER, "[?", start);
        } else if (peek() == ']') {
            next++;
            add(TokenKind.FLATTEN, "[]", start);
        } else {
            add(TokenKind.LBRACKET, "[", start);
        }
    }

    private void oneOrTwo(int second, TokenKind both, TokenKind first, int start) {
        if (peek() == second) {
            next++;
            add(both, expression.substring(start, next), start);
        } else {
            add(first, expression.substring(start, next), start);
        }
    }

    private void quotedIdentifier(int start) {
        String json = "\"" + until('"') + "\"";
        JsonNode name = literal(json, start);
        add(TokenKind.QUOTED_IDENTIFIER, name.textValue(), start);
    }

    private void jsonLiteral(int start) {
        add(TokenKind.JSON_LITERAL, until('`').replace("\\`", "`"), start);
    }

    /** Reads up to a delimiter, in which a backslash takes the character after it along. */
    private String until(char delimiter) {
        int start = next;
        while (next < expression.length()) {
            char c = expression.charAt(next++);
            if (c == delimiter) {
                return expression.substring(start, next - 1);
            }
            if (c == '\\' && next < expression.length()) {
                next++;
            }
        }
        throw error("Unclosed delimiter: " + delimiter, expression.length());
    }

    /** Reads a raw string, in which a backslash means itself unless a quote follows. */
    private void rawString(int start) {
        StringBuilder text = new StringBuilder();
        while (next < expression.length()) {
            char c = expression.charAt(next++);
            if (c == '\'') {
                add(TokenKind.STRING_LITERAL, text.toString(), start);
                return;
            }
            if (c == '\\' && peek() == '\'' && next < expression.length()) {
                next++;
                text.append('\'');
            } else {
                text.append(c);
            }
        }
        throw error("Unclosed delimiter: '", expression.length());
    }

    private void add(TokenKind kind, String text, int position) {
        tokens.add(new Token(kind, text, position));
    }

    private int take() {
        int c = expression.codePointAt(next);
        next += Character.charCount(c);
        return c;
    }

    private int peek() {
        return next < expression.length() ? expression.charAt(next) : END;
    }

    private static boolean isIdentifierStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isIdentifierPart(int c) {
        return isIdentifierStart(c) || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static JsonNode literal(String json, int position) {
        try {
            return GoJson.parse(json);
        } catch (GoJsonException exception) {
            throw new JmesPathException(
                    JmesPathException.Code.SYNTAX, Objects.requireNonNull(exception.getMessage()), position);
        }
    }

    private static JmesPathException error(String message, int position) {
        return new JmesPathException(JmesPathException.Code.SYNTAX, "SyntaxError: " + message, position);
    }
}
