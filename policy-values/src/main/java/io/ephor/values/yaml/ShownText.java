package io.ephor.values.yaml;

/** User text as a message shows it: on one line and of bounded length. */
final class ShownText {
    private static final int MOST = 60;

    private ShownText() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), MOST) + 1);
        int i = 0;
        while (i < text.length() && shown.length() < MOST) {
            int c = text.codePointAt(i);
            shown.appendCodePoint(isShown(c) ? c : '\uFFFD');
            i += Character.charCount(c);
        }
        return i < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isShown(int c) {
        return c >= ' ' && Character.isDefined(c) && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF);
    }
}
