package io.ephor.engine.podsecurity;

/** The paths of wrong fields without the numbers in them. */
final class FieldPattern {
    private FieldPattern() {}

    /** {@return the path with {@code *} for each number, also for numbers in names of annotations} */
    static String of(String field) {
        StringBuilder pattern = new StringBuilder(field.length());
        boolean inNumber = false;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            if (!digit) {
                pattern.append(letter);
            } else if (!inNumber) {
                pattern.append('*');
            }
            inNumber = digit;
        }
        return pattern.toString();
    }
}
