package io.ephor.jmespath.function.text;

import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.regex.RegexOutput;

/** A text that is put together, up to the length that the search allows. Not thread-safe. */
final class BoundedText implements RegexOutput {
    private final StringBuilder text = new StringBuilder();
    private final int longest;

    BoundedText(int longest) {
        this.longest = longest;
    }

    /**
     * Appends a part of a text.
     *
     * @throws FunctionException if it becomes longer than allowed
     */
    @Override
    public void append(String whole, int from, int to) {
        requireRoom(to - from);
        text.append(whole, from, to);
    }

    /**
     * Appends a character.
     *
     * @throws FunctionException if the text becomes longer than allowed
     */
    @Override
    public void append(int codePoint) {
        requireRoom(Character.charCount(codePoint));
        text.appendCodePoint(codePoint);
    }

    private void requireRoom(int characters) {
        if ((long) text.length() + characters > longest) {
            throw FunctionException.limit("text is longer than " + longest + " characters");
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
