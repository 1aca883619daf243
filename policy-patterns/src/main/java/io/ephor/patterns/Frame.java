package io.ephor.patterns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patterns.check.Miss;
import io.ephor.values.NumberView;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of one slow pass. For one thread, thrown away afterwards. */
final class Frame {
    private final NumberView numbers;
    private final Expansions expansions;
    private final boolean pathMaySpeakOfSkip;
    private final @Nullable Miss miss;
    private final Trail trail = new Trail();
    // most patterns have no such anchor
    private Set<String> missing = Set.of();
    private Set<String> found = Set.of();

    /**
     * Starts a pass.
     *
     * @param pathMaySpeakOfSkip whether the words that mean a skip can stand in the text of a path
     * @param miss where the value is known not to pass, or null; what is known to pass is not looked at again
     */
    Frame(NumberView numbers, Expansions expansions, boolean pathMaySpeakOfSkip, @Nullable Miss miss) {
        this.numbers = numbers;
        this.expansions = expansions;
        this.pathMaySpeakOfSkip = pathMaySpeakOfSkip;
        this.miss = miss;
    }

    NumberView numbers() {
        return numbers;
    }

    Expansions expansions() {
        return expansions;
    }

    /** Where the pass stands. */
    Trail trail() {
        return trail;
    }

    /** Returns the first key of a map, or the first element of a list, that is not known to pass. Asked once of each. */
    int first() {
        return miss == null ? 0 : miss.next();
    }

    boolean pathMaySpeakOfSkip() {
        return pathMaySpeakOfSkip;
    }

    /**
     * Notes whether the key of an anchor is in a map that the anchor's map is compared with. Anchors that are written
     * in the same way count as one, wherever they stand.
     *
     * <p>Kyverno: {@code pkg/engine/anchor/anchormap.go}
     */
    void note(KeyName name, ObjectNode object) {
        if (found.contains(name.text())) {
            return;
        }
        if (missing.isEmpty() && found.isEmpty()) {
            missing = new HashSet<>();
            found = new HashSet<>();
        }
        if (object.has(name.key())) {
            missing.remove(name.text());
            found.add(name.text());
        } else {
            missing.add(name.text());
        }
    }

    /** Whether an anchor that was noted has been in no map at all. */
    boolean anchorIsMissing() {
        return !missing.isEmpty();
    }
}
