package io.ephor.jmespath.function.time;

/** The errors of times that cannot be read, in Go's words. Long texts are cut. */
final class TimeFault {
    private static final int LONGEST = 1_000;

    private TimeFault() {}

    static IllegalArgumentException cannotParse(String value, String layout, String rest, String part) {
        return of(value, " as " + quote(layout) + ": cannot parse " + quote(rest) + " as " + quote(part));
    }

    static IllegalArgumentException outOfRange(String value, String field) {
        return of(value, ": " + field + " out of range");
    }

    static IllegalArgumentException of(String value, String reason) {
        return new IllegalArgumentException("parsing time " + quote(value) + reason);
    }

    /** Quotes the characters of UTF-8 bytes; every byte that is not printable ASCII becomes {@code \xNN}. */
    static String quote(String bytes) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(bytes.length(), LONGEST); i++) {
            char unit = bytes.charAt(i);
            if (unit >= 0x80 || unit < ' ') {
                quoted.append("\\x")
                        .append(Character.forDigit(unit >> 4, 16))
                        .append(Character.forDigit(unit & 15, 16));
                continue;
            }
            quoted.append(unit == '"' || unit == '\\' ? "\\" : "").append(unit);
        }
        return quoted.append(bytes.length() > LONGEST ? "…\"" : "\"").toString();
    }
}
