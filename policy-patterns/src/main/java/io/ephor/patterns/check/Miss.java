package io.ephor.patterns.check;

import java.util.Arrays;

/**
 * Where a value was first found not to pass, as the way there from the outermost check: the index of a field in a
 * {@link FieldsCheck}, that of an element in an {@link ElementsCheck}. For one thread; {@link #next} uses it up.
 */
public final class Miss {
    private static final int USUAL_DEPTH = 8;

    // the innermost step comes first
    private int[] steps = new int[USUAL_DEPTH];
    private int count;

    /** Says that the check itself did not pass. */
    public Miss() {}

    /** Returns this one, as it is seen from the check around. */
    Miss inside(int index) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, 2 * count);
        }
        steps[count++] = index;
        return this;
    }

    /**
     * {@return the index of the next step inwards; all fields or elements before it pass} After the last one, zero each
     * time.
     */
    public int next() {
        return count == 0 ? 0 : steps[--count];
    }
}
