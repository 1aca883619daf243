package io.ephor.values;

/** Quoted texts as Go's {@code %q} prints them; they stand in messages of Kyverno. */
public final class GoQuote {
    private GoQuote() {}

    /**
     * {@return the text in double quotes} Quotes, backslashes, control characters and all that Unicode calls not
     * printable are escaped; white space other than U+0020 is not printable.
     *
     * @param text the text
     */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(quoted, text.codePointAt(i));
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> quoted.append('\\').append((char) codePoint);
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0B -> quoted.append("\\v");
            default -> appendOther(quoted, codePoint);
        }
    }

    private static void appendOther(StringBuilder quoted, int codePoint) {
        if (isPrintable(codePoint)) {
            quoted.appendCodePoint(codePoint);
        } else if (codePoint < ' ' || codePoint == 0x7F) {
            appendHex(quoted.append("\\x"), codePoint, 2);
        } else if (codePoint <= 0xFFFF) {
            boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            appendHex(quoted.append("\\u"), half ? 0xFFFD : codePoint, 4);
        } else {
            appendHex(quoted.append("\\U"), codePoint, 8);
        }
    }

    private static void appendHex(StringBuilder quoted, int codePoint, int digits) {
        String hex = Integer.toHexString(codePoint);
        quoted.append("0".repeat(digits - hex.length())).append(hex);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
