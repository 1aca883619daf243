package io.ephor.jmespath.function.certificate;

import java.util.Base64;

/** Bits, the first of which is the highest of the first byte; so many of the last byte don't count. */
final class BitString {
    private final byte[] bytes;
    private final int padding;

    BitString(byte[] bytes, int padding) {
        this.bytes = bytes;
        this.padding = padding;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length * 8 - padding;
    }

    boolean isSet(int bit) {
        return bit < length() && ((bytes[bit / 8] >> (7 - bit % 8)) & 1) == 1;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bits as a number, so that the last byte is full, in Base64. */
    String alignedBase64() {
        byte[] aligned = bytes.clone();
        for (int i = aligned.length - 1; i >= 0; i--) {
            int before = i == 0 ? 0 : bytes[i - 1] & 0xFF;
            aligned[i] = (byte) ((before << 8 | (bytes[i] & 0xFF)) >> padding);
        }
        return Base64.getEncoder().encodeToString(aligned);
    }
}
