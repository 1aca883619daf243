package io.ephor.values.yaml;

/**
 * In which styles a text may be written as a scalar in a block.
 *
 * <p>Kyverno: go.yaml.in/yaml/v3/emitterc.go
 *
 * @param plainAllowed as it is
 * @param singleQuotedAllowed in single quotes
 * @param literalAllowed as a literal block
 */
record ScalarShape(boolean plainAllowed, boolean singleQuotedAllowed, boolean literalAllowed) {
    private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

    static ScalarShape of(String text) {
        if (text.isEmpty()) {
            return new ScalarShape(true, true, false);
        }
        boolean indicators = text.startsWith("---") || text.startsWith("...") || startsLikeSyntax(text);
        boolean lines = false;
        boolean special = false;
        boolean tabs = false;
        boolean breakThenSpace = false;
        boolean spaceThenBreak = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? '\0' : text.charAt(i - 1);
            boolean isBreak = ScalarStyle.isBreak(c);
            lines |= isBreak;
            tabs |= c == '\t';
            special |= c != '\t' && !isPrintable(c);
            breakThenSpace |= c == ' ' && i > 0 && ScalarStyle.isBreak(before);
            spaceThenBreak |= isBreak && before == ' ';
            indicators |= c == ':' && isEndOrBlank(text, i + 1);
            indicators |= c == '#' && i > 0 && (isBlank(before) || ScalarStyle.isBreak(before) || before == '\0');
        }
        boolean edges = isSpaceOrBreak(text.charAt(0)) || isSpaceOrBreak(text.charAt(text.length() - 1));
        boolean hard = spaceThenBreak || special;
        return new ScalarShape(
                !indicators && !edges && !lines && !tabs && !breakThenSpace && !hard,
                !tabs && !breakThenSpace && !hard,
                !hard && text.charAt(text.length() - 1) != ' ');
    }

    private static boolean startsLikeSyntax(String text) {
        char first = text.charAt(0);
        boolean opens = first == '?' || first == ':' || first == '-';
        return INDICATORS.indexOf(first) >= 0 || (opens && isEndOrBlank(text, 1));
    }

    private static boolean isEndOrBlank(String text, int index) {
        return index >= text.length() || isBlank(text.charAt(index));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isSpaceOrBreak(char c) {
        return c == ' ' || ScalarStyle.isBreak(c);
    }

    /** Says whether a character stands for itself; those beyond the basic plane never do. */
    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFFFE && c != 0xFEFF);
    }
}
