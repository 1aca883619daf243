package io.ephor.engine.variables;

import io.ephor.values.PointerToken;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a tree: a chain up to the root, of which texts are made only when something is said about it.
 * Immutable.
 */
final class Place {
    static final Place ROOT = new Place(null, "", -1, false, 0);

    private final @Nullable Place parent;
    private final String key;
    private final int index;
    private final boolean fetched;
    private final int depth;

    private Place(@Nullable Place parent, String key, int index, boolean fetched, int depth) {
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.fetched = fetched;
        this.depth = depth;
    }

    Place key(String name) {
        return new Place(this, name, -1, fetched, depth + 1);
    }

    Place element(int position) {
        return new Place(this, "", position, fetched, depth + 1);
    }

    /** Returns this place for the inside of a value that a variable had: it is not in the tree any more. */
    Place ofFetchedValue() {
        return new Place(parent, key, index, true, depth);
    }

    /**
     * Refuses a place that is nested too deep.
     *
     * @throws SubstitutionException if it is
     */
    void requireDepth(SubstitutionLimits limits) {
        if (depth > limits.depth()) {
            String message = "failed to substitute variables: nested deeper than " + limits.depth() + " levels";
            throw new SubstitutionException(message, pointer(), null);
        }
    }

    /**
     * Returns the path as Kyverno's texts have it: every step with a slash before it, slashes in keys escaped by a
     * backslash.
     *
     * <p>Kyverno: pkg/engine/jsonutils/traverse.go
     */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Place step : steps()) {
            path.append('/');
            if (step.index < 0) {
                path.append(step.key.replace("/", "\\/"));
            } else {
                path.append(step.index);
            }
        }
        return path.toString();
    }

    /** Returns the JSON pointer of the place, or of the text whose variable had the value in which the place is. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Place step : steps()) {
            if (isInside(step)) {
                break;
            }
            pointer.append('/');
            if (step.index < 0) {
                pointer.append(PointerToken.escape(step.key));
            } else {
                pointer.append(step.index);
            }
        }
        return pointer.toString();
    }

    private static boolean isInside(Place step) {
        return step.parent != null && step.parent.fetched;
    }

    private Deque<Place> steps() {
        Deque<Place> steps = new ArrayDeque<>(depth);
        for (Place step = this; step.parent != null; step = step.parent) {
            steps.push(step);
        }
        return steps;
    }
}
