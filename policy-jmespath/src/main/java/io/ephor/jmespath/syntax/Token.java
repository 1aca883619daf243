package io.ephor.jmespath.syntax;

/**
 * A token of an expression.
 *
 * @param text the decoded text: the name of an identifier, the text of a literal, the digits of a number
 * @param position where the token starts, in characters from the start of the expression
 */
public record Token(TokenKind kind, String text, int position) {}
