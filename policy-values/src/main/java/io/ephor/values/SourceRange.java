package io.ephor.values;

/**
 * A range of text in a named source.
 *
 * @param source the name under which the text was read, for people; usually a file name
 * @param line the line of the first character, from 1
 * @param column the column of the first character in code points, from 1
 * @param endLine the line of the character after the last one, from 1
 * @param endColumn the column of the character after the last one, from 1
 */
public record SourceRange(String source, int line, int column, int endLine, int endColumn) {
    /**
     * Checks that the end is not before the start.
     *
     * @param source the name under which the text was read, for people; usually a file name
     * @param line the line of the first character, from 1
     * @param column the column of the first character in code points, from 1
     * @param endLine the line of the character after the last one, from 1
     * @param endColumn the column of the character after the last one, from 1
     */
    public SourceRange {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "not a range: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /** {@return {@code source:line:column}} */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
