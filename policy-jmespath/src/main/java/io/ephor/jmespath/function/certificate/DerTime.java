package io.ephor.jmespath.function.certificate;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/** The two kinds of time of ASN.1, as RFC 3339 text. */
final class DerTime {
    private static final int UTC_TIME = 23;
    private static final int GENERALIZED_TIME = 24;

    private DerTime() {}

    /** Takes a time away. */
    static String take(Der der) {
        int tag = der.tag("x509: unsupported time format");
        boolean isShort = tag == UTC_TIME;
        if (!isShort && tag != GENERALIZED_TIME) {
            throw new IllegalArgumentException("x509: unsupported time format");
        }
        String fault = isShort ? "x509: malformed UTCTime" : "x509: malformed GeneralizedTime";
        String text = new String(der.content(tag, fault).toBytes(), StandardCharsets.ISO_8859_1);
        try {
            return read(text, isShort ? 2 : 4, fault);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException(fault, noDay);
        }
    }

    private static String read(String text, int yearDigits, String fault) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean seconds = digits == yearDigits + 10;
        if (!seconds && (yearDigits == 4 || digits != 10)) {
            throw new IllegalArgumentException(fault);
        }
        int year = Integer.parseInt(text.substring(0, yearDigits));
        if (yearDigits == 2) {
            // Years from 50 on are those of the last century.
            year += year >= 50 ? 1900 : 2000;
        }
        int at = yearDigits;
        LocalDateTime time = LocalDateTime.of(
                year,
                two(text, at),
                two(text, at + 2),
                two(text, at + 4),
                two(text, at + 6),
                seconds ? two(text, at + 8) : 0);
        StringBuilder shown = new StringBuilder();
        String[] separators = {"-", "-", "T", ":", ":", ""};
        int[] fields = {
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond()
        };
        for (int i = 0; i < fields.length; i++) {
            String field = Integer.toString(fields[i]);
            shown.append("0".repeat(Math.max(0, (i == 0 ? 4 : 2) - field.length())))
                    .append(field)
                    .append(separators[i]);
        }
        return shown.append(zone(text.substring(digits), fault)).toString();
    }

    private static String zone(String zone, String fault) {
        if (zone.equals("Z")) {
            return zone;
        }
        boolean isOffset = zone.length() == 5 && (zone.charAt(0) == '+' || zone.charAt(0) == '-');
        for (int i = 1; i < zone.length() && isOffset; i++) {
            isOffset = zone.charAt(i) >= '0' && zone.charAt(i) <= '9';
        }
        if (!isOffset || two(zone, 1) > 23 || two(zone, 3) > 59 || zone.endsWith("0000")) {
            throw new IllegalArgumentException(fault);
        }
        return zone.substring(0, 3) + ":" + zone.substring(3);
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text.substring(at, at + 2));
    }
}
