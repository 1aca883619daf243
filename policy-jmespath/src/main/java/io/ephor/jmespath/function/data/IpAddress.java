package io.ephor.jmespath.function.data;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address of IPv4 or IPv6. Its text is read without any look-up, as Go's {@code net.ParseIP} reads it.
 */
final class IpAddress {
    private static final int GROUPS = 8;
    private static final int LONGEST_PART = 3;

    // 16 bytes; an address of IPv4 is the last four after ten of 0 and two of 255
    private final byte[] bytes;
    private final boolean dotted;

    private IpAddress(byte[] bytes, boolean dotted) {
        this.bytes = bytes;
        this.dotted = dotted;
    }

    static IpAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? ofFour(bytes) : new IpAddress(bytes, false);
    }

    private static IpAddress ofFour(byte[] four) {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(four, 0, bytes, 12, 4);
        return new IpAddress(bytes, true);
    }

    /** Reads an address; null where the text is none. */
    static @Nullable IpAddress parse(String text) {
        if (text.indexOf(':') >= 0) {
            byte[] bytes = sixteen(text);
            return bytes == null ? null : new IpAddress(bytes, false);
        }
        byte[] bytes = four(text, 0);
        return bytes == null ? null : ofFour(bytes);
    }

    /** Says whether the text was one of IPv4. */
    boolean isDotted() {
        return dotted;
    }

    /** Says whether the address belongs to this machine or to a private network. */
    boolean isInternal() {
        return isFour()
                ? isInternalFour(bytes[12] & 0xFF, bytes[13] & 0xFF)
                : isLoopback() || (bytes[0] & 0xFE) == 0xFC;
    }

    private boolean isFour() {
        return bytes[10] == -1 && bytes[11] == -1 && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10);
    }

    private static boolean isInternalFour(int first, int second) {
        boolean private172 = first == 172 && (second & 0xF0) == 16;
        return first == 127 || first == 10 || private172 || (first == 192 && second == 168);
    }

    private boolean isLoopback() {
        return bytes[15] == 1 && Arrays.equals(bytes, 0, 15, new byte[15], 0, 15);
    }

    /** Reads four numbers without leading zeros from a place up to the end. */
    private static byte @Nullable [] four(String text, int start) {
        byte[] bytes = new byte[4];
        int at = start;
        for (int part = 0; part < 4; part++) {
            int from = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - from < LONGEST_PART) {
                value = value * 10 + text.charAt(at) - '0';
                at++;
            }
            boolean leadingZero = at - from > 1 && text.charAt(from) == '0';
            boolean ends = part == 3 ? at == text.length() : at < text.length() && text.charAt(at) == '.';
            if (at == from || leadingZero || value > 255 || !ends) {
                return null;
            }
            bytes[part] = (byte) value;
            at++;
        }
        return bytes;
    }

    /** Reads groups of hexadecimal digits, of which two colons leave out some and four numbers may be the last two. */
    private static byte @Nullable [] sixteen(String text) {
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length() && count < GROUPS) {
            int end = groupEnd(text, at);
            if (end < text.length() && text.charAt(end) == '.') {
                byte[] four = count <= GROUPS - 2 ? four(text, at) : null;
                if (four == null) {
                    return null;
                }
                groups[count++] = ((four[0] & 0xFF) << 8) | (four[1] & 0xFF);
                groups[count++] = ((four[2] & 0xFF) << 8) | (four[3] & 0xFF);
                at = text.length();
                break;
            }
            if (end == at || end - at > 4) {
                return null;
            }
            groups[count++] = Integer.parseInt(text, at, end, 16);
            at = end;
            if (at == text.length()) {
                break;
            }
            boolean again = text.startsWith("::", at);
            boolean colon = text.charAt(at) == ':' && at + 1 < text.length();
            if (!colon || (again && gap >= 0)) {
                return null;
            }
            gap = again ? count : gap;
            at += again ? 2 : 1;
        }
        boolean complete = at == text.length() && (gap < 0 ? count == GROUPS : count < GROUPS);
        return complete ? spread(groups, count, Math.max(gap, 0)) : null;
    }

    private static byte[] spread(int[] groups, int count, int gap) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < count; i++) {
            int place = i < gap ? i : count == GROUPS ? i : GROUPS - count + i;
            bytes[place * 2] = (byte) (groups[i] >> 8);
            bytes[place * 2 + 1] = (byte) groups[i];
        }
        return bytes;
    }

    private static int groupEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) < 0x80 && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
