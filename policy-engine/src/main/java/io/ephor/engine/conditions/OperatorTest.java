package io.ephor.engine.conditions;

/** What an operator says about a key and a value. Stateless. */
@FunctionalInterface
interface OperatorTest {
    /**
     * Decides.
     *
     * @param key never null in the sense of JSON
     */
    boolean holds(Operand key, Operand value);
}
