package io.ephor.jmespath.function.time;

/** Tells what looks like the abbreviation of a time zone. */
final class ZoneNames {
    private ZoneNames() {}

    /** Returns how long the abbreviation is that stands next in a text; 0 where none does. */
    static int lengthAt(ValueText value) {
        if (value.left() < 3) {
            return 0;
        }
        if (startsWith(value, "UTC")) {
            return 3;
        }
        if (startsWith(value, "ChST") || startsWith(value, "MeST")) {
            return 4;
        }
        if (startsWith(value, "GMT")) {
            return 3 + offsetLength(value, 3);
        }
        if (value.peek(0) == '+' || value.peek(0) == '-') {
            return offsetLength(value, 0);
        }
        return capitalsLength(value);
    }

    private static int capitalsLength(ValueText value) {
        int capitals = 0;
        while (capitals < 6 && value.peek(capitals) >= 'A' && value.peek(capitals) <= 'Z') {
            capitals++;
        }
        boolean isName = switch (capitals) {
            case 3 -> true;
            case 4 -> value.peek(3) == 'T' || startsWith(value, "WITA");
            case 5 -> value.peek(4) == 'T';
            default -> false;
        };
        return isName ? capitals : 0;
    }

    /** A sign and a number of hours up to 23, of any length. */
    private static int offsetLength(ValueText value, int from) {
        if (value.peek(from) != '+' && value.peek(from) != '-') {
            return 0;
        }
        int at = from + 1;
        int hours = 0;
        while (value.isDigit(at)) {
            hours = Math.min(hours * 10 + (value.peek(at) - '0'), 24);
            at++;
        }
        return at == from + 1 || hours > 23 ? 0 : at - from;
    }

    private static boolean startsWith(ValueText value, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (value.peek(i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
