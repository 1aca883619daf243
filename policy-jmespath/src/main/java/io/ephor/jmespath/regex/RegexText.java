package io.ephor.jmespath.regex;

/** The text of an expression and the place up to which it is read; reads characters and escapes. */
final class RegexText {
    private static final int END = -1;
    private static final String INVALID_ESCAPE = "invalid escape sequence";

    private final String text;
    private int at;

    RegexText(String text) {
        this.text = text;
    }

    String all() {
        return text;
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    int remaining() {
        return text.length() - at;
    }

    boolean startsWith(String start) {
        return text.startsWith(start, at);
    }

    /** Returns what was read since a place. */
    String from(int start) {
        return text.substring(start, at);
    }

    /** Returns the next character, -1 at the end. */
    int peek() {
        return isAtEnd() ? END : text.codePointAt(at);
    }

    /** Returns the next character and goes past it, -1 at the end. */
    int read() {
        int c = peek();
        at += c == END ? 0 : Character.charCount(c);
        return c;
    }

    void skip(int characters) {
        at += characters;
    }

    /** Reads a backslash and what it makes of what follows. */
    int escape() {
        int start = at;
        skip(1);
        if (isAtEnd()) {
            throw RegexException.syntax("trailing backslash at end of expression", "");
        }
        int c = read();
        switch (c) {
            case '1', '2', '3', '4', '5', '6', '7' -> {
                if (!isOctal(peek())) {
                    throw RegexException.syntax(INVALID_ESCAPE, from(start));
                }
                return octal(c - '0');
            }
            case '0' -> {
                return octal(0);
            }
            case 'x' -> {
                return hexadecimal(start);
            }
            case 'a' -> {
                return 0x07;
            }
            case 'f' -> {
                return '\f';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 't' -> {
                return '\t';
            }
            case 'v' -> {
                return 0x0B;
            }
            default -> {
                if (c < 0x80 && !isWordCharacter(c)) {
                    return c;
                }
                boolean underscore = c == '_';
                if (underscore) {
                    return c;
                }
                throw RegexException.syntax(INVALID_ESCAPE, from(start));
            }
        }
    }

    private int octal(int first) {
        int value = first;
        for (int i = 1; i < 3 && isOctal(peek()); i++) {
            value = value * 8 + read() - '0';
        }
        return value;
    }

    private int hexadecimal(int start) {
        int first = read();
        if (first == '{') {
            return braced(start);
        }
        int high = digit(first);
        int second = read();
        int low = digit(second);
        if (high < 0 || low < 0) {
            throw RegexException.syntax(INVALID_ESCAPE, from(start));
        }
        return high * 16 + low;
    }

    private int braced(int start) {
        int value = 0;
        int digits = 0;
        while (true) {
            int c = read();
            if (c == '}' && digits > 0) {
                return value;
            }
            int digit = digit(c);
            value = value * 16 + digit;
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                throw RegexException.syntax(INVALID_ESCAPE, from(start));
            }
            digits++;
        }
    }

    /** Says whether a text can be the name of a group. */
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWordCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isWordCharacter(int c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOctal(int c) {
        return c >= '0' && c <= '7';
    }

    private static int digit(int c) {
        return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
