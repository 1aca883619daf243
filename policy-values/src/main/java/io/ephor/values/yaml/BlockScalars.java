package io.ephor.values.yaml;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.tokens.ScalarToken;

/** Scans literal and folded blocks. Used by one thread. */
final class BlockScalars {
    private final YamlCursor cursor;
    private final StringBuilder breaks = new StringBuilder();
    private int chomping;
    private int increment;
    private int indent;
    private int end;

    BlockScalars(YamlCursor cursor) {
        this.cursor = cursor;
    }

    ScalarToken scan(int parentIndent) {
        int start = cursor.offset();
        boolean literal = cursor.peek() == '|';
        cursor.advance();
        header();
        end = cursor.offset();
        indent = increment == 0 ? 0 : Math.max(parentIndent, 0) + increment;
        breaks.setLength(0);
        emptyLines(parentIndent);
        StringBuilder value = new StringBuilder();
        char lastBreak = '\0';
        boolean indentedBefore = false;
        while (cursor.column() == indent && !cursor.atEnd()) {
            boolean indented = cursor.atBlank();
            boolean folds = !literal && lastBreak == '\n' && !indentedBefore && !indented;
            if (!folds) {
                append(value, lastBreak);
            } else if (breaks.length() == 0) {
                value.append(' ');
            }
            value.append(breaks);
            breaks.setLength(0);
            indentedBefore = indented;
            int lineStart = cursor.offset();
            while (!cursor.atEnd() && !cursor.atBreak()) {
                cursor.advance();
            }
            value.append(cursor.since(lineStart));
            cursor.checkLength(start, value.length());
            lastBreak = cursor.atEnd() ? '\0' : cursor.readBreak();
            emptyLines(parentIndent);
        }
        if (chomping >= 0) {
            append(value, lastBreak);
        }
        if (chomping > 0) {
            value.append(breaks);
        }
        ScalarStyle style = literal ? ScalarStyle.LITERAL : ScalarStyle.FOLDED;
        return new ScalarToken(value.toString(), false, style, cursor.mark(start), cursor.mark(end));
    }

    private void header() {
        chomping = 0;
        increment = 0;
        if (chomping()) {
            increment();
        } else if (increment()) {
            chomping();
        }
        cursor.skipBlanks();
        cursor.skipComment();
        if (!cursor.atEnd() && !cursor.atBreak()) {
            throw cursor.faultHere("after the start of a block only a comment can stand on its line");
        }
        if (cursor.atBreak()) {
            cursor.skipBreak();
        }
    }

    private boolean chomping() {
        char c = cursor.peek();
        if (c != '+' && c != '-') {
            return false;
        }
        chomping = c == '+' ? 1 : -1;
        cursor.advance();
        return true;
    }

    private boolean increment() {
        char c = cursor.peek();
        if (c < '0' || c > '9') {
            return false;
        }
        if (c == '0') {
            throw cursor.faultHere("the indentation of a block is a digit from 1 to 9");
        }
        increment = c - '0';
        cursor.advance();
        return true;
    }

    /** Passes over empty lines and the indentation of the next line; finds the indentation when it is not yet known. */
    private void emptyLines(int parentIndent) {
        int widest = 0;
        end = cursor.offset();
        while (true) {
            while ((indent == 0 || cursor.column() < indent) && cursor.peek() == ' ') {
                cursor.advance();
            }
            widest = Math.max(widest, cursor.column());
            if ((indent == 0 || cursor.column() < indent) && cursor.peek() == '\t') {
                throw cursor.faultHere("a tab cannot indent a block; YAML is indented by spaces");
            }
            if (!cursor.atBreak()) {
                break;
            }
            breaks.append(cursor.readBreak());
            end = cursor.offset();
        }
        if (indent == 0) {
            indent = Math.max(Math.max(widest, parentIndent + 1), 1);
        }
    }

    private static void append(StringBuilder value, char lineBreak) {
        if (lineBreak != '\0') {
            value.append(lineBreak);
        }
    }
}
