package io.ephor.cli;

/** Says how many columns of a terminal a text takes. */
final class DisplayWidth {
    private DisplayWidth() {}

    /** Returns the columns of a line: two for wide characters, none for marks and controls, else one. */
    static int of(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            width += of(character);
            i += Character.charCount(character);
        }
        return width;
    }

    private static int of(int character) {
        if (character < 0x7f) {
            return character < 0x20 ? 0 : 1;
        }
        switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> {
                return 0;
            }
            default -> {
                return isWide(character) ? 2 : 1;
            }
        }
    }

    /** Says whether a character is wide or full-width in Unicode's East Asian Width, or an emoji shown as a picture. */
    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115f)
                || (character >= 0x2e80 && character <= 0x303e)
                || (character >= 0x3041 && character <= 0xa4cf)
                || (character >= 0xa960 && character <= 0xa97f)
                || (character >= 0xac00 && character <= 0xd7a3)
                || (character >= 0xf900 && character <= 0xfaff)
                || (character >= 0xfe30 && character <= 0xfe6f)
                || (character >= 0xff01 && character <= 0xff60)
                || (character >= 0xffe0 && character <= 0xffe6)
                || (character >= 0x1f300 && character <= 0x1f64f)
                || (character >= 0x1f680 && character <= 0x1f6ff)
                || (character >= 0x1f900 && character <= 0x1f9ff)
                || (character >= 0x20000 && character <= 0x3fffd);
    }
}
