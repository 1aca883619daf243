package io.ephor.patterns;

/**
 * What a pattern says about a value, with the two nodes that were compared when it was decided. Immutable and thread-safe.
 *
 * @param match what the pattern says
 * @param patternPointer the JSON pointer of the pattern node that decided, of the first one where there are several; empty
 *     where all of the value matched
 * @param pointer the JSON pointer of the value that this node was compared with; where it does not exist, of where it
 *     would be
 */
public record PatternDecision(PatternMatch match, String patternPointer, String pointer) {}
