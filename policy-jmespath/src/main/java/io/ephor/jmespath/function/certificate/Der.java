package io.ephor.jmespath.function.certificate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A walk through elements of ASN.1 in DER. Every step either takes an element away or ends in an
 * {@link IllegalArgumentException} with the text that was given; nothing recurses, so that depth costs nothing.
 *
 * <p>Go: golang.org/x/crypto/cryptobyte
 */
final class Der {
    static final int BOOLEAN = 1;
    static final int INTEGER = 2;
    static final int BIT_STRING = 3;
    static final int OCTET_STRING = 4;
    static final int NULL = 5;
    static final int OBJECT_IDENTIFIER = 6;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final int LARGEST_ARC = 1 << 24;

    private final byte[] bytes;
    private final int end;
    private int at;

    private Der(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    static Der of(byte[] bytes) {
        return new Der(bytes, 0, bytes.length);
    }

    /** The tag of a field with a number, which holds a plain value. */
    static int field(int number) {
        return CONTEXT | number;
    }

    /** The tag of a field with a number, which holds other elements. */
    static int group(int number) {
        return CONTEXT | CONSTRUCTED | number;
    }

    boolean isEmpty() {
        return at == end;
    }

    boolean startsWith(int tag) {
        return at < end && (bytes[at] & 0xFF) == tag;
    }

    /** The tag of the next element. */
    int tag(String fault) {
        if (isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
        return bytes[at] & 0xFF;
    }

    byte[] toBytes() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(toBytes());
    }

    /** Takes the next element away, which must have a tag, and returns it with its head. */
    Der element(int tag, String fault) {
        if (tag(fault) != tag) {
            throw new IllegalArgumentException(fault);
        }
        int start = at;
        int contentEnd = contentEnd(contentStart(fault), fault);
        at = contentEnd;
        return new Der(bytes, start, contentEnd);
    }

    /** Takes the next element away, which must have a tag, and returns what is in it. */
    Der content(int tag, String fault) {
        Der element = element(tag, fault);
        element.at = element.contentStart(fault);
        return element;
    }

    /** Takes the next element away, whatever it is, and returns what is in it. */
    Der any(String fault) {
        return content(tag(fault), fault);
    }

    /** Takes the next element away, whatever it is, and returns it with its head. */
    Der anyElement(String fault) {
        return element(tag(fault), fault);
    }

    private int contentStart(String fault) {
        boolean hasHead = end - at >= 2 && (bytes[at] & 0x1F) != 0x1F;
        if (!hasHead) {
            throw new IllegalArgumentException(fault);
        }
        int first = bytes[at + 1] & 0xFF;
        int start = first < 0x80 ? at + 2 : at + 2 + (first & 0x7F);
        if (first == 0x80 || first > 0x84 || start > end) {
            throw new IllegalArgumentException(fault);
        }
        return start;
    }

    /** The end of the content; its length must be written as short as possible. */
    private int contentEnd(int contentStart, String fault) {
        int first = bytes[at + 1] & 0xFF;
        long length = first < 0x80 ? first : 0;
        for (int i = at + 2; i < contentStart; i++) {
            length = (length << 8) | (bytes[i] & 0xFF);
        }
        boolean isShort = first < 0x80 || (length >= 0x80 && bytes[at + 2] != 0);
        if (!isShort || length > end - contentStart) {
            throw new IllegalArgumentException(fault);
        }
        return contentStart + (int) length;
    }

    /** Takes a whole number away. */
    BigInteger integer(String fault) {
        return integer(INTEGER, fault);
    }

    /** Takes a whole number away that has another tag than whole numbers have. */
    BigInteger integer(int tag, String fault) {
        byte[] content = content(tag, fault).toBytes();
        boolean isLong =
                content.length > 1 && (content[0] == 0 || content[0] == -1) && content[0] >> 1 == content[1] >> 7;
        if (content.length == 0 || isLong) {
            throw new IllegalArgumentException(fault);
        }
        return new BigInteger(content);
    }

    /** Takes a whole number of 64 bits away. */
    long longInteger(int tag, String fault) {
        BigInteger integer = integer(tag, fault);
        if (integer.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException(fault);
        }
        return integer.longValue();
    }

    boolean booleanValue(String fault) {
        byte[] content = content(BOOLEAN, fault).toBytes();
        if (content.length != 1 || (content[0] != 0 && content[0] != -1)) {
            throw new IllegalArgumentException(fault);
        }
        return content[0] != 0;
    }

    BitString bitString(String fault) {
        byte[] content = content(BIT_STRING, fault).toBytes();
        int padding = content.length == 0 ? 8 : content[0];
        boolean isPadded = padding == 0
                || (padding > 0
                        && padding < 8
                        && content.length > 1
                        && (content[content.length - 1] & (1 << padding) - 1) == 0);
        if (!isPadded) {
            throw new IllegalArgumentException(fault);
        }
        return new BitString(Arrays.copyOfRange(content, 1, content.length), padding);
    }

    /** Takes an object identifier away and returns its arcs. */
    List<Integer> arcs(String fault) {
        Der content = content(OBJECT_IDENTIFIER, fault);
        List<Integer> arcs = new ArrayList<>();
        int first = content.arc(fault);
        arcs.add(Math.min(first / 40, 2));
        arcs.add(first < 80 ? first % 40 : first - 80);
        while (!content.isEmpty()) {
            arcs.add(content.arc(fault));
        }
        return List.copyOf(arcs);
    }

    private int arc(String fault) {
        int arc = 0;
        boolean first = true;
        while (!isEmpty() && arc < LARGEST_ARC) {
            int next = bytes[at++] & 0xFF;
            if (first && next == 0x80) {
                break;
            }
            first = false;
            arc = (arc << 7) | (next & 0x7F);
            if (next < 0x80) {
                return arc;
            }
        }
        throw new IllegalArgumentException(fault);
    }
}
