package io.ephor.engine.variables;

/**
 * A variable that stands in a tree as it is. Immutable.
 *
 * @param expression the expression between the braces, without white space around it; may be empty
 * @param path where it stands as Kyverno's texts have it; the path of the parent where it stands in a key
 * @param pointer the JSON pointer of the text or of the key in which it stands
 * @param onKey whether it stands in the key rather than in the value
 * @param offset the index of the expression in the text; 0 where references have changed the tree
 */
public record TemplateVariable(String expression, String path, String pointer, boolean onKey, int offset) {}
