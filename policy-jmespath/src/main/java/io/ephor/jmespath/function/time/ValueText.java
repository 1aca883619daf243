package io.ephor.jmespath.function.time;

import java.util.List;

/** The text of a time and how far it is read. Numbers that are not there are negative. */
final class ValueText {
    static final int NONE = -1;

    private final String text;
    private int at;

    ValueText(String text) {
        this.text = text;
    }

    String rest() {
        return text.substring(at);
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    int left() {
        return text.length() - at;
    }

    /** Takes characters away, of which there must be so many left. */
    String take(int length) {
        String taken = text.substring(at, at + length);
        at += length;
        return taken;
    }

    boolean takeIf(char expected) {
        if (peek(0) != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** The character that stands so far ahead; 0 beyond the end. */
    char peek(int ahead) {
        return ahead < text.length() - at ? text.charAt(at + ahead) : 0;
    }

    boolean isDigit(int ahead) {
        return isDigit(peek(ahead));
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /**
     * Reads over what the layout says stands here; a blank of the layout stands for any number of blanks.
     *
     * @return whether it stands here; if not, reading stops where it ends to agree
     */
    boolean skip(String layout, int from, int to) {
        int i = from;
        while (i < to) {
            if (layout.charAt(i) == ' ') {
                if (!isAtEnd() && peek(0) != ' ') {
                    return false;
                }
                while (i < to && layout.charAt(i) == ' ') {
                    i++;
                }
                skipBlanks();
            } else if (isAtEnd() || peek(0) != layout.charAt(i)) {
                return false;
            } else {
                at++;
                i++;
            }
        }
        return true;
    }

    private void skipBlanks() {
        while (peek(0) == ' ') {
            at++;
        }
    }

    /** Reads two digits, or one where two are not demanded. */
    int number(boolean twoDigits) {
        if (!isDigit(0) || (twoDigits && !isDigit(1))) {
            return NONE;
        }
        int number = peek(0) - '0';
        if (isDigit(1)) {
            number = number * 10 + (peek(1) - '0');
            at++;
        }
        at++;
        return number;
    }

    /** Reads three digits, or fewer where three are not demanded. */
    int longNumber(boolean threeDigits) {
        int number = 0;
        int digits = 0;
        while (digits < 3 && isDigit(digits)) {
            number = number * 10 + (peek(digits) - '0');
            digits++;
        }
        if (digits == 0 || (threeDigits && digits != 3)) {
            return NONE;
        }
        at += digits;
        return number;
    }

    /** Reads one of some names, in any case, and returns its place among them. */
    int name(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (startsWith(name)) {
                at += name.length();
                return i;
            }
        }
        return NONE;
    }

    private boolean startsWith(String name) {
        for (int i = 0; i < name.length(); i++) {
            char found = peek(i);
            boolean isLetter = (found >= 'a' && found <= 'z') || (found >= 'A' && found <= 'Z');
            if (!isLetter || (found | 0x20) != (name.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** The digits that follow a point or comma here. */
    int fractionDigits() {
        if (peek(0) != '.' && peek(0) != ',') {
            return 0;
        }
        int digits = 0;
        while (isDigit(digits + 1)) {
            digits++;
        }
        return digits;
    }
}
