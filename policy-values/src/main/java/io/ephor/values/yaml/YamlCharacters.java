package io.ephor.values.yaml;

/**
 * The characters that a text may have.
 *
 * <p>Kyverno: go.yaml.in/yaml/v2/readerc.go
 */
final class YamlCharacters {
    private YamlCharacters() {}

    static boolean isAllowed(int c) {
        if (c <= '~') {
            return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
        }
        return c == 0x85 || (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    /** Returns the offset of the first char that is not allowed, the length of the text when there is none. */
    static int firstForbidden(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                i++;
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (!isAllowed(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }
}
