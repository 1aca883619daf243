package io.ephor.patterns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root to where a walk stands, in the value and in the pattern. One for the whole walk, so that a step
 * costs nothing until somebody needs its {@link Place}. For one thread.
 */
final class Trail {
    private static final int USUAL_DEPTH = 12;

    private @Nullable Object[] valueSteps = new Object[USUAL_DEPTH];
    private @Nullable Object[] patternSteps = new Object[USUAL_DEPTH];
    private int depth;

    void enter(KeyName name) {
        enter(name.key(), name.source());
    }

    void enterElement(int index, int patternIndex) {
        enter(index, patternIndex);
    }

    /** Enters an element of the pattern's list only: the value stays the same. */
    void enterPatternElement(int patternIndex) {
        enter(null, patternIndex);
    }

    private void enter(@Nullable Object valueStep, Object patternStep) {
        if (depth == valueSteps.length) {
            valueSteps = Arrays.copyOf(valueSteps, 2 * depth);
            patternSteps = Arrays.copyOf(patternSteps, 2 * depth);
        }
        valueSteps[depth] = valueStep;
        patternSteps[depth] = patternStep;
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Returns how many steps the way has. */
    int depth() {
        return depth;
    }

    /** Returns where the walk stands now. */
    Place place() {
        return new Place(Arrays.copyOf(valueSteps, depth), Arrays.copyOf(patternSteps, depth));
    }
}
