package io.ephor.values;

import io.ephor.values.yaml.TreeLimits;

/**
 * How large and how deep a text may be before {@link YamlReader} refuses it. Immutable.
 *
 * <p>The limits hold for one document each; a file of many documents may be longer.
 *
 * @param depth how deep objects and arrays may be nested, aliases expanded
 * @param codePoints how many code points a document may have
 * @param scalarCodePoints how many code points a single text, number or key may have
 * @param expansionFactor how many nodes a document may have with its aliases expanded, per node of its text
 * @param expansionAllowance how many nodes more than that a document may have in any case
 */
public record YamlLimits(int depth, int codePoints, int scalarCodePoints, int expansionFactor, int expansionAllowance) {

    /** Depth 1,000; 32 Mi code points, 4 Mi in one scalar; with aliases expanded 10 nodes per node written and 1,000 more. */
    public static final YamlLimits DEFAULT = new YamlLimits(1_000, 32 << 20, 4 << 20, 10, 1_000);

    /**
     * Checks that every limit is positive.
     *
     * @param depth how deep objects and arrays may be nested, aliases expanded
     * @param codePoints how many code points a document may have
     * @param scalarCodePoints how many code points a single text, number or key may have
     * @param expansionFactor how many nodes a document may have with its aliases expanded, per node of its text
     * @param expansionAllowance how many nodes more than that a document may have in any case
     */
    public YamlLimits {
        if (depth < 1 || codePoints < 1 || scalarCodePoints < 1 || expansionFactor < 1 || expansionAllowance < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /**
     * {@return these limits with another depth}
     *
     * @param other how deep collections may be nested
     */
    public YamlLimits withDepth(int other) {
        return new YamlLimits(other, codePoints, scalarCodePoints, expansionFactor, expansionAllowance);
    }

    /**
     * {@return these limits with another number of code points per document}
     *
     * @param other how many code points a document may have
     */
    public YamlLimits withCodePoints(int other) {
        return new YamlLimits(depth, other, scalarCodePoints, expansionFactor, expansionAllowance);
    }

    /**
     * {@return these limits with another number of code points per scalar}
     *
     * @param other how many code points a scalar may have
     */
    public YamlLimits withScalarCodePoints(int other) {
        return new YamlLimits(depth, codePoints, other, expansionFactor, expansionAllowance);
    }

    /**
     * {@return these limits with another allowance for the expansion of aliases}
     *
     * @param factor how many nodes a document may have for each node that is written
     * @param allowance how many nodes more than that a document may have in any case
     */
    public YamlLimits withExpansion(int factor, int allowance) {
        return new YamlLimits(depth, codePoints, scalarCodePoints, factor, allowance);
    }

    TreeLimits ofTree() {
        return new TreeLimits(depth, scalarCodePoints, expansionFactor, expansionAllowance);
    }
}
