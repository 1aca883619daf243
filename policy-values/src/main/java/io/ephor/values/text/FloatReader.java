package io.ephor.values.text;

import java.util.OptionalDouble;

/** Reads float64 texts with Go's grammar, and leaves the arithmetic of what it accepts to the JDK. */
public final class FloatReader {
    private FloatReader() {}

    public static OptionalDouble read(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (start == text.length()) {
            return OptionalDouble.empty();
        }
        char first = text.charAt(start);
        if (!isDigit(first) && first != '.') {
            return word(text, start);
        }
        boolean hex = text.length() > start + 2 && first == '0' && lower(text.charAt(start + 1)) == 'x';
        if (!isNumber(text, start, hex)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text.indexOf('_') < 0 ? text : text.replace("_", ""));
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble word(String text, int start) {
        String word = text.length() - start <= 8 ? text.substring(start) : "";
        if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
            boolean negative = text.charAt(0) == '-';
            return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        boolean isNaN = start == 0 && word.equalsIgnoreCase("nan");
        return isNaN ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
    }

    private static boolean isNumber(String text, int start, boolean hex) {
        int at = hex ? start + 2 : start;
        boolean point = false;
        boolean digits = false;
        for (; at < text.length(); at++) {
            char found = text.charAt(at);
            if (found == '_' ? !isSeparator(text, at, hex, hex && at == start + 2) : found == '.' && point) {
                return false;
            }
            if (found != '_' && found != '.' && !isDigit(found, hex)) {
                break;
            }
            point |= found == '.';
            digits |= isDigit(found, hex);
        }
        if (!digits) {
            return false;
        }
        return at == text.length() ? !hex : lower(text.charAt(at)) == (hex ? 'p' : 'e') && isExponent(text, at + 1);
    }

    private static boolean isExponent(String text, int start) {
        int at = start;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        if (at == text.length() || !isDigit(text.charAt(at))) {
            return false;
        }
        for (; at < text.length(); at++) {
            char found = text.charAt(at);
            if (found == '_' ? !isSeparator(text, at, false, false) : !isDigit(found)) {
                return false;
            }
        }
        return true;
    }

    /** An underscore stands between two digits; the prefix of a hexadecimal number counts as one. */
    private static boolean isSeparator(String text, int at, boolean hex, boolean afterPrefix) {
        boolean before = afterPrefix || (at > 0 && isDigit(text.charAt(at - 1), hex));
        return before && at + 1 < text.length() && isDigit(text.charAt(at + 1), hex);
    }

    private static boolean isDigit(char character, boolean hex) {
        char letter = lower(character);
        return isDigit(character) || (hex && letter >= 'a' && letter <= 'f');
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static char lower(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }
}
