package io.ephor.engine.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A list of controls that are excluded, as the {@code podSecurity} of a policy exception has it. Immutable. */
public final class Excludes {
    /** Nothing is excluded. */
    public static final Excludes NONE = new Excludes(List.of());

    private final List<Exclude> excludes;

    private Excludes(List<Exclude> excludes) {
        this.excludes = List.copyOf(excludes);
    }

    /**
     * Compiles a list of the shape of {@code podSecurity.exclude}. A control that does not exist excludes nothing.
     *
     * @param written the list; anything else is an empty one
     * @return the compiled list
     */
    public static Excludes compile(JsonNode written) {
        List<Exclude> excludes = new ArrayList<>();
        for (JsonNode exclude : written) {
            excludes.add(Exclude.compile(exclude));
        }
        return new Excludes(excludes);
    }

    /** {@return whether nothing is excluded} */
    public boolean isEmpty() {
        return excludes.isEmpty();
    }

    /**
     * {@return this list with another one behind it}
     *
     * @param others the other list
     */
    public Excludes and(Excludes others) {
        List<Exclude> all = new ArrayList<>(excludes);
        all.addAll(others.excludes);
        return new Excludes(all);
    }

    List<Exclude> list() {
        return excludes;
    }
}
