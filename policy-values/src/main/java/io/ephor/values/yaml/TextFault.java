package io.ephor.values.yaml;

/**
 * Something that is wrong with a text, by offsets.
 *
 * @param code the stable name of the kind of fault
 * @param start the offset of the first char that is wrong
 * @param end the offset after the last one
 * @param message what is wrong, in words for people
 */
public record TextFault(String code, int start, int end, String message) {}
