package io.ephor.values.yaml;

/**
 * How large a tree may become.
 *
 * @param depth how many levels of containers there may be
 * @param scalarChars how many chars a scalar may have
 * @param expansionFactor how many nodes there may be for each node that is written
 * @param expansionAllowance how many nodes more than that there may be in any case
 */
public record TreeLimits(int depth, int scalarChars, int expansionFactor, int expansionAllowance) {}
