package io.ephor.patterns;

import io.ephor.values.PointerToken;
import org.jspecify.annotations.Nullable;

/**
 * Where the slow pass stands, in the value and in the pattern. Linked to the place above; texts are made when somebody
 * asks.
 */
final class Place {
    private static final int USUAL_LENGTH = 64;

    private final @Nullable Place parent;
    private final @Nullable Object valueStep;
    private final @Nullable Object patternStep;
    private @Nullable String path;

    private Place(@Nullable Place parent, @Nullable Object valueStep, @Nullable Object patternStep) {
        this.parent = parent;
        this.valueStep = valueStep;
        this.patternStep = patternStep;
    }

    static Place root() {
        return new Place(null, null, null);
    }

    Place key(String key, String patternKey) {
        return new Place(this, key, patternKey);
    }

    Place element(int index, int patternIndex) {
        return new Place(this, index, patternIndex);
    }

    /** Goes to an element of the pattern's list only: the value stays the same. */
    Place patternElement(int patternIndex) {
        return new Place(this, null, patternIndex);
    }

    /** Kyverno's path: the keys as they are, each followed by a slash. */
    String path() {
        String made = path;
        if (made == null) {
            StringBuilder text = new StringBuilder(USUAL_LENGTH).append('/');
            for (Object step : steps(true)) {
                text.append(step).append('/');
            }
            made = text.toString();
            path = made;
        }
        return made;
    }

    String pointer() {
        return pointer(steps(true));
    }

    String patternPointer() {
        return pointer(steps(false));
    }

    private static String pointer(Object[] steps) {
        StringBuilder pointer = new StringBuilder(USUAL_LENGTH);
        for (Object step : steps) {
            pointer.append('/').append(PointerToken.escape(step.toString()));
        }
        return pointer.toString();
    }

    private Object[] steps(boolean ofValue) {
        int count = 0;
        for (Place place = this; place != null; place = place.parent) {
            count += place.step(ofValue) == null ? 0 : 1;
        }
        Object[] steps = new Object[count];
        for (Place place = this; place != null; place = place.parent) {
            Object step = place.step(ofValue);
            if (step != null) {
                steps[--count] = step;
            }
        }
        return steps;
    }

    private @Nullable Object step(boolean ofValue) {
        return ofValue ? valueStep : patternStep;
    }
}
