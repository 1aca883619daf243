package io.ephor.jmespath.regex;

/** Takes the text that a replacement or a random choice makes, and may refuse when it becomes too long. */
public interface RegexOutput {
    /** Takes a part of a text. */
    void append(String whole, int from, int to);

    /** Takes a character. */
    void append(int codePoint);
}
