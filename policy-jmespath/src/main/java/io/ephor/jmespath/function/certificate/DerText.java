package io.ephor.jmespath.function.certificate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The kinds of text of ASN.1. */
final class DerText {
    private static final String PUNCTUATION = " '()+,-./:=?*&";
    private static final int UTF_8 = 12;
    private static final int NUMERIC = 18;
    private static final int PRINTABLE = 19;
    private static final int T61 = 20;
    private static final int IA5 = 22;
    private static final int BMP = 30;

    private DerText() {}

    /**
     * Returns the text of an element; null where its tag is not that of a text.
     *
     * @throws IllegalArgumentException if the text has characters that its kind has not
     */
    static @Nullable String of(int tag, byte[] value) {
        return switch (tag) {
            case UTF_8 -> utf8(value);
            case NUMERIC -> checked("NumericString", value, " ", false);
            case PRINTABLE -> checked("PrintableString", value, PUNCTUATION, true);
            case T61 -> new String(value, StandardCharsets.ISO_8859_1);
            case IA5 -> ascii(value, "invalid IA5String");
            case BMP -> wide(value);
            default -> null;
        };
    }

    static String ascii(byte[] value, String fault) {
        for (byte unit : value) {
            if (unit < 0) {
                throw new IllegalArgumentException(fault);
            }
        }
        return new String(value, StandardCharsets.US_ASCII);
    }

    private static String utf8(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException exception) {
            throw new IllegalArgumentException("invalid UTF-8 string", exception);
        }
    }

    private static String checked(String kind, byte[] value, String punctuation, boolean letters) {
        for (byte unit : value) {
            boolean digit = unit >= '0' && unit <= '9';
            boolean letter = letters && ((unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z'));
            if (!digit && !letter && punctuation.indexOf(unit) < 0) {
                throw new IllegalArgumentException("invalid " + kind);
            }
        }
        return new String(value, StandardCharsets.US_ASCII);
    }

    /** Two bytes a character; a zero at the end is left out. */
    private static String wide(byte[] value) {
        if (value.length % 2 != 0) {
            throw new IllegalArgumentException("invalid BMPString");
        }
        String text = new String(value, StandardCharsets.UTF_16BE);
        for (int i = 0; i < value.length; i += 2) {
            int c = (value[i] & 0xFF) << 8 | (value[i + 1] & 0xFF);
            if (c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xD800 && c <= 0xDFFF)) {
                throw new IllegalArgumentException("invalid BMPString");
            }
        }
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }
}
