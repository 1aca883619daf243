package io.ephor.engine.conditions;

/**
 * Which of the conditions of an exception or a cleanup policy did not hold. Immutable.
 *
 * @param index the position in {@code all}, or -1 where none of {@code any} held
 */
public record UnmetCondition(int index) {
    static final UnmetCondition ANY = new UnmetCondition(-1);

    /** {@return whether none of the conditions in {@code any} held} */
    public boolean isWholeAny() {
        return index < 0;
    }
}
