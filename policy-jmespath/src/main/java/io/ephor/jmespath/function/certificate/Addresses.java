package io.ephor.jmespath.function.certificate;

/** Texts of IP addresses as Go prints them, and the check of domain names. */
final class Addresses {
    private Addresses() {}

    /** Returns the text of 4 or 16 bytes; the longest run of zeros of the latter is left out. */
    static String text(byte[] address) {
        int start = address.length == 16 && isMapped(address) ? 12 : 0;
        if (address.length - start == 4) {
            return (address[start] & 0xFF) + "." + (address[start + 1] & 0xFF) + "." + (address[start + 2] & 0xFF) + "."
                    + (address[start + 3] & 0xFF);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (address[2 * i] & 0xFF) << 8 | (address[2 * i + 1] & 0xFF);
        }
        return grouped(groups);
    }

    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    private static String grouped(int[] groups) {
        int zeros = 0;
        int zerosEnd = -1;
        int run = 0;
        for (int i = 0; i < groups.length; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > 1 && run > zeros) {
                zeros = run;
                zerosEnd = i + 1;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == zerosEnd - zeros && zeros > 0) {
                text.append("::");
                i = zerosEnd - 1;
                continue;
            }
            boolean separated = text.isEmpty() || text.charAt(text.length() - 1) == ':';
            text.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** Says whether the ones of a mask stand before its zeros. */
    static boolean isMask(byte[] mask) {
        boolean zeros = false;
        for (byte unit : mask) {
            int ones = unit & 0xFF;
            int missing = ~ones & 0xFF;
            if ((zeros && ones != 0) || (missing & (missing + 1)) != 0) {
                return false;
            }
            zeros = ones != 0xFF;
        }
        return true;
    }

    /** Says whether a text could be a domain; one of a constraint may start with a dot. */
    static boolean isDomain(String text, boolean constraint) {
        if (text.isEmpty()) {
            return true;
        }
        String name = constraint && text.startsWith(".") ? text.substring(1) : text;
        int label = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '!' || c > '~' || (c == '.' && label == 0)) {
                return false;
            }
            label = c == '.' ? 0 : label + 1;
        }
        return label > 0;
    }

    /** Says whether a text that could be a domain is an IP address. */
    static boolean isAddress(String text) {
        if (text.indexOf(':') >= 0) {
            return text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
        }
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            boolean isByte = !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (part.length() == 1 || part.charAt(0) != '0')
                    && Integer.parseInt(part) <= 255;
            if (!isByte) {
                return false;
            }
        }
        return parts.length == 4;
    }
}
