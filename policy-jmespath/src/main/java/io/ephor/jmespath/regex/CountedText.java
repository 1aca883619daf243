package io.ephor.jmespath.regex;

/** A text that may be read only so often, so that no expression works on it for very long. Belongs to one search. */
final class CountedText implements CharSequence {
    private final String text;
    private long left;

    CountedText(String text, long reads) {
        this.text = text;
        this.left = reads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw RegexException.limit(
                    "regular expression needs too many steps on a text of " + text.length() + " characters");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
