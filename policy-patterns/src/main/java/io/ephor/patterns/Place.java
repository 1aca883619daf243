package io.ephor.patterns;

import io.ephor.values.PointerToken;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place in the value and in the pattern, where the slow pass stood. Immutable; texts are made when somebody asks. */
final class Place {
    private static final int USUAL_LENGTH = 64;

    // a step is a key or an index; null where one side stays where it is
    private final @Nullable Object[] valueSteps;
    private final @Nullable Object[] patternSteps;

    /** Takes over both lists of steps, which are equally long. */
    Place(@Nullable Object[] valueSteps, @Nullable Object[] patternSteps) {
        this.valueSteps = valueSteps;
        this.patternSteps = patternSteps;
    }

    /** Returns the place of a key in this map. */
    Place key(KeyName name) {
        return with(name.key(), name.source());
    }

    /** Returns the place of an element of the pattern's list; the value stays the same. */
    Place patternElement(int patternIndex) {
        return with(null, patternIndex);
    }

    private Place with(@Nullable Object valueStep, Object patternStep) {
        int count = valueSteps.length;
        @Nullable Object[] longerValue = Arrays.copyOf(valueSteps, count + 1);
        @Nullable Object[] longerPattern = Arrays.copyOf(patternSteps, count + 1);
        longerValue[count] = valueStep;
        longerPattern[count] = patternStep;
        return new Place(longerValue, longerPattern);
    }

    /** Kyverno's path: the keys as they are, each followed by a slash. */
    String path() {
        StringBuilder text = new StringBuilder(USUAL_LENGTH).append('/');
        for (Object step : valueSteps) {
            if (step != null) {
                text.append(step).append('/');
            }
        }
        return text.toString();
    }

    String pointer() {
        return pointer(valueSteps);
    }

    String patternPointer() {
        return pointer(patternSteps);
    }

    private static String pointer(@Nullable Object[] steps) {
        StringBuilder pointer = new StringBuilder(USUAL_LENGTH);
        for (Object step : steps) {
            if (step != null) {
                pointer.append('/').append(PointerToken.escape(step.toString()));
            }
        }
        return pointer.toString();
    }
}
