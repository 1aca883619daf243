package io.ephor.jmespath.function.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The first block of a PEM text.
 *
 * <p>Go: encoding/pem
 *
 * @param type what stands after {@code BEGIN}
 * @param der what is encoded
 */
record Pem(String type, Der der) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "\n-----END ";
    private static final String DASHES = "-----";

    /** Returns the first block that is well formed; null where none is. */
    static @Nullable Pem first(String text) {
        int from = 0;
        while (true) {
            int end = text.indexOf(END, from);
            if (end < 0) {
                return null;
            }
            int begin = lastBegin(text, from, end);
            Pem block = begin < 0 ? null : block(text, begin, end);
            if (block != null) {
                return block;
            }
            from = end + END.length();
        }
    }

    /** The last start of a block before an end; -1 where it does not start a line. */
    private static int lastBegin(String text, int from, int end) {
        int begin = end - BEGIN.length();
        while (begin >= from && !text.startsWith(BEGIN, begin)) {
            begin--;
        }
        boolean startsLine = begin == from || (begin > from && text.charAt(begin - 1) == '\n');
        return startsLine ? begin : -1;
    }

    private static @Nullable Pem block(String text, int begin, int end) {
        int typeStart = begin + BEGIN.length();
        int next = afterLine(text, typeStart);
        String typeLine = line(text, typeStart);
        if (!typeLine.endsWith(DASHES)) {
            return null;
        }
        String type = typeLine.substring(0, typeLine.length() - DASHES.length());
        boolean headers = false;
        while (next <= end + 1 && next < text.length() && line(text, next).indexOf(':') >= 0) {
            headers = true;
            next = afterLine(text, next);
        }
        if (next >= text.length() || (headers && end < next)) {
            return null;
        }
        return line(text, end + END.length()).equals(typeLine)
                ? decode(type, end > next ? text.substring(next, end) : "")
                : null;
    }

    private static @Nullable Pem decode(String type, String lines) {
        StringBuilder digits = new StringBuilder(lines.length());
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                digits.append(c > 0x7F ? '?' : c);
            }
        }
        if (digits.length() % 4 != 0) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(digits.toString().getBytes(StandardCharsets.ISO_8859_1));
            return new Pem(type, Der.of(bytes));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static String line(String text, int start) {
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        if (newline > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        return text.substring(start, end);
    }

    private static int afterLine(String text, int start) {
        int newline = text.indexOf('\n', start);
        return newline < 0 ? text.length() : newline + 1;
    }
}
