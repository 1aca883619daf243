package io.ephor.values.text;

import java.nio.charset.StandardCharsets;

/**
 * Reads one duration text; used once and thrown away. Sums are kept as unsigned numbers up to 2^63, as Go does, because
 * the lowest duration is read as a sign and 2^63.
 */
public final class GoDurationReader {
    private static final long LIMIT = Long.MIN_VALUE;

    private final String text;
    private int at;
    private String fault = "";
    private long nanos;

    public GoDurationReader(String text) {
        this.text = text;
    }

    /** Returns whether the text is a duration. */
    public boolean read() {
        boolean negative = text.startsWith("-");
        at = negative || text.startsWith("+") ? 1 : 0;
        if (at == text.length()) {
            return false;
        }
        if (at == text.length() - 1 && text.charAt(at) == '0') {
            return true;
        }
        long sum = 0;
        while (at < text.length()) {
            long part = readPart();
            if (isOver(part)) {
                return false;
            }
            sum += part;
            if (isOver(sum)) {
                return false;
            }
        }
        if (!negative && sum == LIMIT) {
            return false;
        }
        nanos = negative ? -sum : sum;
        return true;
    }

    public long nanos() {
        return nanos;
    }

    /** Returns what is wrong, in Go's words. */
    public String fault() {
        return fault.isEmpty() ? "time: invalid duration " + quote(text) : fault;
    }

    /** Reads a number and its unit; answers a number over the limit when they are none. */
    private long readPart() {
        int start = at;
        long whole = readWhole();
        boolean digits = at > start;
        if (isOver(whole)) {
            return -1;
        }
        long fraction = 0;
        double scale = 1;
        if (at < text.length() && text.charAt(at) == '.') {
            int point = at++;
            boolean exact = true;
            for (; at < text.length() && isDigit(text.charAt(at)); at++) {
                long longer = fraction * 10 + (text.charAt(at) - '0');
                exact = exact && fraction >= 0 && fraction <= Long.MAX_VALUE / 10 && !isOver(longer);
                if (exact) {
                    fraction = longer;
                    scale *= 10;
                }
            }
            digits = digits || at > point + 1;
        }
        if (!digits) {
            return -1;
        }
        long unit = readUnit();
        if (unit == 0 || Long.compareUnsigned(whole, Long.divideUnsigned(LIMIT, unit)) > 0) {
            return -1;
        }
        // The fraction goes through floating point as in Go, which decides the last nanosecond.
        long value = whole * unit + (long) (Math.abs((double) fraction) * (unit / scale));
        return isOver(value) ? -1 : value;
    }

    private long readWhole() {
        long whole = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            if (Long.compareUnsigned(whole, Long.divideUnsigned(LIMIT, 10)) > 0) {
                return -1;
            }
            whole = whole * 10 + (text.charAt(at) - '0');
            if (isOver(whole)) {
                return -1;
            }
        }
        return whole;
    }

    private long readUnit() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
            at++;
        }
        String unit = text.substring(start, at);
        long size = sizeOf(unit);
        if (unit.isEmpty()) {
            fault = "time: missing unit in duration " + quote(text);
        } else if (size == 0) {
            fault = "time: unknown unit " + quote(unit) + " in duration " + quote(text);
        }
        return size;
    }

    private static long sizeOf(String unit) {
        return switch (unit) {
            case "ns" -> 1L;
            case "us", "\u00B5s", "\u03BCs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0L;
        };
    }

    private static boolean isOver(long value) {
        return Long.compareUnsigned(value, LIMIT) > 0;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Quotes as Go's time package does: every byte that is not printable ASCII as {@code \xNN}. */
    private static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte unit : Excerpt.of(value).getBytes(StandardCharsets.UTF_8)) {
            if (unit < ' ') {
                quoted.append("\\x")
                        .append(Character.forDigit(unit >> 4 & 0xF, 16))
                        .append(Character.forDigit(unit & 0xF, 16));
                continue;
            }
            if (unit == '"' || unit == '\\') {
                quoted.append('\\');
            }
            quoted.append((char) unit);
        }
        return quoted.append('"').toString();
    }
}
