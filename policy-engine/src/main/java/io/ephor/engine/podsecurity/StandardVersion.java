package io.ephor.engine.podsecurity;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version of the Pod Security Standards. Immutable.
 *
 * @param minor the minor version of Kubernetes; for the newest version larger than all
 */
public record StandardVersion(int minor) {
    /** The newest version. */
    public static final StandardVersion LATEST = new StandardVersion(Integer.MAX_VALUE);

    private static final String PREFIX = "v1.";

    /**
     * {@return the version that a text names, or nothing if it names none}
     *
     * @param text {@code latest}, {@code v1.} with a number, or the empty text for the newest version
     */
    public static Optional<StandardVersion> parse(String text) {
        if (text.isEmpty() || text.equals("latest")) {
            return Optional.of(LATEST);
        }
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        OptionalInt minor = minor(text.substring(PREFIX.length()));
        return minor.isPresent() ? Optional.of(new StandardVersion(minor.getAsInt())) : Optional.empty();
    }

    /** A number that int64 holds is one; those that no version will ever have count as very large. */
    private static OptionalInt minor(String digits) {
        boolean leadingZero = digits.length() > 1 && digits.charAt(0) == '0';
        if (digits.isEmpty() || leadingZero) {
            return OptionalInt.empty();
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return OptionalInt.empty();
            }
            number = number * 10 + digit;
        }
        return OptionalInt.of((int) Math.min(number, Integer.MAX_VALUE - 1));
    }
}
