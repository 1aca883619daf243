package io.ephor.engine.context;

/**
 * How context entries are loaded. Immutable.
 *
 * @param mostBytes how many bytes of JSON text the entries may have in one evaluation; 0 for any number
 * @param answersRemembered whether a lookup is asked once per evaluation for the same question
 */
public record ContextOptions(long mostBytes, boolean answersRemembered) {
    /** Two MiB, and no question twice. */
    public static final ContextOptions DEFAULT = new ContextOptions(2L << 20, true);
}
