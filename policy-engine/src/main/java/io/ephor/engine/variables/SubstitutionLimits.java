package io.ephor.engine.variables;

/**
 * How much a substitution may do before it ends in an error. Kyverno has no such limits: there a value that contains its
 * own variable never ends. Immutable.
 *
 * @param passes how often one text is searched for variables again, because values brought new ones
 * @param textLength how many characters one text may have
 * @param work how many characters one substitution may search and write in all
 * @param nodes how many nodes one substitution may build in all
 * @param depth how deep the tree may be nested where it has variables
 * @param fetches how deep values of variables may be nested in values of variables
 */
record SubstitutionLimits(int passes, int textLength, long work, int nodes, int depth, int fetches) {
    static final SubstitutionLimits DEFAULT = new SubstitutionLimits(1_000, 4 << 20, 128L << 20, 500_000, 500, 50);
}
