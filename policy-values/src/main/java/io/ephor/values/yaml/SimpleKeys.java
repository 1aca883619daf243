package io.ephor.values.yaml;

import java.util.Arrays;

/**
 * Where keys without a {@code ?} may have started: at most one place for each level of flow style, on the current line, at
 * most 1,024 characters back.
 */
final class SimpleKeys {
    private static final int REACH = 1_024;

    private final YamlCursor cursor;
    private boolean[] possible = new boolean[16];
    private boolean[] required = new boolean[16];
    private int[] token = new int[16];
    private int[] offset = new int[16];
    private int[] line = new int[16];
    private int[] column = new int[16];
    private int level;

    SimpleKeys(YamlCursor cursor) {
        this.cursor = cursor;
    }

    void enter() {
        level++;
        if (level == possible.length) {
            int length = level * 2;
            possible = Arrays.copyOf(possible, length);
            required = Arrays.copyOf(required, length);
            token = Arrays.copyOf(token, length);
            offset = Arrays.copyOf(offset, length);
            line = Arrays.copyOf(line, length);
            column = Arrays.copyOf(column, length);
        }
        possible[level] = false;
    }

    void leave() {
        level--;
    }

    /** Notes that a key may start here, with this number of a token. */
    void save(int tokenNumber, boolean isRequired) {
        remove();
        possible[level] = true;
        required[level] = isRequired;
        token[level] = tokenNumber;
        offset[level] = cursor.offset();
        line[level] = cursor.line();
        column[level] = cursor.column();
    }

    /** Gives up the key of this level. */
    void remove() {
        if (possible[level] && required[level]) {
            throw missingColon(level);
        }
        possible[level] = false;
    }

    void forget() {
        possible[level] = false;
    }

    /** True when the key of this level is still possible. */
    boolean isPossible() {
        return isValid(level);
    }

    int token() {
        return token[level];
    }

    int offset() {
        return offset[level];
    }

    int column() {
        return column[level];
    }

    /** True when the token of this number may be the start of a key. */
    boolean mayStartAt(int tokenNumber) {
        for (int i = level; i >= 0; i--) {
            if (!possible[i]) {
                continue;
            }
            if (token[i] <= tokenNumber) {
                return token[i] == tokenNumber && isValid(i);
            }
        }
        return false;
    }

    private boolean isValid(int at) {
        if (!possible[at]) {
            return false;
        }
        if (line[at] == cursor.line() && offset[at] + REACH >= cursor.offset()) {
            return true;
        }
        if (required[at]) {
            throw missingColon(at);
        }
        possible[at] = false;
        return false;
    }

    private TextFaultException missingColon(int at) {
        return cursor.fault(offset[at], offset[at] + 1, "a key stands here, and no `:` follows it on its line");
    }
}
