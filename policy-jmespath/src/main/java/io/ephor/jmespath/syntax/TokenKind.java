package io.ephor.jmespath.syntax;

/**
 * The kinds of token, with the names that error texts use and the power with which each binds to what stands before it.
 *
 * <p>Kyverno: github.com/kyverno/go-jmespath lexer.go, parser.go
 */
public enum TokenKind {
    STAR("tStar", 20),
    DOT("tDot", 40),
    FILTER("tFilter", 21),
    FLATTEN("tFlatten", 9),
    LPAREN("tLparen", 60),
    RPAREN("tRparen", 0),
    LBRACKET("tLbracket", 55),
    RBRACKET("tRbracket", 0),
    LBRACE("tLbrace", 50),
    RBRACE("tRbrace", 0),
    OR("tOr", 2),
    PIPE("tPipe", 1),
    AND("tAnd", 3),
    NOT("tNot", 45),
    EXPREF("tExpref", 0),
    CURRENT("tCurrent", 0),
    COMMA("tComma", 0),
    COLON("tColon", 0),
    LT("tLT", 5),
    LTE("tLTE", 5),
    GT("tGT", 5),
    GTE("tGTE", 5),
    EQ("tEQ", 5),
    NE("tNE", 5),
    NUMBER("tNumber", 0),
    UNQUOTED_IDENTIFIER("tUnquotedIdentifier", 0),
    QUOTED_IDENTIFIER("tQuotedIdentifier", 0),
    JSON_LITERAL("tJSONLiteral", 0),
    STRING_LITERAL("tStringLiteral", 0),
    UNKNOWN("tUnknown", 0),
    EOF("tEOF", 0);

    private final String text;
    private final int bindingPower;

    TokenKind(String text, int bindingPower) {
        this.text = text;
        this.bindingPower = bindingPower;
    }

    public String text() {
        return text;
    }

    int bindingPower() {
        return bindingPower;
    }
}
