package io.ephor.values;

import io.ephor.values.SemanticVersion.PreRelease;
import io.ephor.values.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one version text; used once and thrown away. */
final class SemanticVersionReader {
    private static final int MOST_DIGITS = 20;

    private final String text;
    private String fault = "";

    SemanticVersionReader(String text) {
        this.text = text;
    }

    /** Returns the version, null if the text is none. */
    @Nullable
    SemanticVersion read() {
        if (text.isEmpty()) {
            return fail("Version string empty");
        }
        int firstPoint = text.indexOf('.');
        int secondPoint = text.indexOf('.', firstPoint + 1);
        if (firstPoint < 0 || secondPoint < 0) {
            return fail("No Major.Minor.Patch elements found");
        }
        int build = text.indexOf('+', secondPoint);
        int end = build < 0 ? text.length() : build;
        int dash = text.indexOf('-', secondPoint);
        int patchEnd = dash < 0 || dash > end ? end : dash;
        String major = text.substring(0, firstPoint);
        String minor = text.substring(firstPoint + 1, secondPoint);
        String patch = text.substring(secondPoint + 1, patchEnd);
        if (!isNumber(major, "Major", "major")
                || !isNumber(minor, "Minor", "minor")
                || !isNumber(patch, "Patch", "patch")) {
            return null;
        }
        List<PreRelease> preRelease = new ArrayList<>();
        boolean complete = (patchEnd == end || readPreRelease(text.substring(patchEnd + 1, end), preRelease))
                && (build < 0 || isBuild(text.substring(build + 1)));
        return complete ? new SemanticVersion(text, number(major), number(minor), number(patch), preRelease) : null;
    }

    /** Returns why {@link #read} answered null. */
    String fault() {
        return fault;
    }

    private @Nullable SemanticVersion fail(String reason) {
        fault = reason;
        return null;
    }

    private boolean reject(String reason, String found) {
        fault = reason + " " + GoQuote.of(Excerpt.of(found));
        return false;
    }

    private boolean isNumber(String digits, String capital, String small) {
        if (!isDigits(digits)) {
            return reject("Invalid character(s) found in " + small + " number", digits);
        }
        if (hasLeadingZero(digits)) {
            return reject(capital + " number must not contain leading zeroes", digits);
        }
        return fits(digits);
    }

    private boolean fits(String digits) {
        if (digits.isEmpty()) {
            fault = "strconv.ParseUint: parsing \"\": invalid syntax";
            return false;
        }
        boolean fits = digits.length() < MOST_DIGITS
                || (digits.length() == MOST_DIGITS && digits.compareTo("18446744073709551615") <= 0);
        if (!fits) {
            fault = "strconv.ParseUint: parsing " + GoQuote.of(Excerpt.of(digits)) + ": value out of range";
        }
        return fits;
    }

    private boolean readPreRelease(String parts, List<PreRelease> read) {
        int start = 0;
        while (start <= parts.length()) {
            int point = parts.indexOf('.', start);
            int end = point < 0 ? parts.length() : point;
            if (!readPart(parts.substring(start, end), read)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private boolean readPart(String part, List<PreRelease> read) {
        if (part.isEmpty()) {
            fault = "Prerelease is empty";
            return false;
        }
        if (!isDigits(part)) {
            read.add(new PreRelease(part, 0));
            return isWord(part) || reject("Invalid character(s) found in prerelease", part);
        }
        if (hasLeadingZero(part)) {
            return reject("Numeric PreRelease version must not contain leading zeroes", part);
        }
        if (!fits(part)) {
            return false;
        }
        read.add(new PreRelease("", number(part)));
        return true;
    }

    private boolean isBuild(String parts) {
        int start = 0;
        while (start <= parts.length()) {
            int point = parts.indexOf('.', start);
            int end = point < 0 ? parts.length() : point;
            String part = parts.substring(start, end);
            if (part.isEmpty()) {
                fault = "Build meta data is empty";
                return false;
            }
            if (!isWord(part)) {
                return reject("Invalid character(s) found in build meta data", part);
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean hasLeadingZero(String digits) {
        return digits.length() > 1 && digits.charAt(0) == '0';
    }

    private static long number(String digits) {
        return Long.parseUnsignedLong(digits);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            boolean letter = (found >= 'a' && found <= 'z') || (found >= 'A' && found <= 'Z');
            if (!letter && found != '-' && (found < '0' || found > '9')) {
                return false;
            }
        }
        return true;
    }
}
