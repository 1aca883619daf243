package io.ephor.engine.trail;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.SourcePlaces;
import io.ephor.explain.EntryStep;
import io.ephor.explain.NoteStep;
import io.ephor.explain.QueryStep;
import io.ephor.explain.Step;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one evaluation of one policy, while it is explained. Confined to one thread.
 *
 * <p>After {@link #MOST} steps it takes no more, and says so in every rule that has more: a loop can have a million
 * elements.
 */
public final class Trail {
    /** How many steps of one evaluation are kept, those not counted that hold others. */
    public static final int MOST = 5_000;

    private final SourcePlaces places;
    private List<Step> steps = new ArrayList<>();
    private String pointer = "";
    private @Nullable String subject = "";
    private int taken;
    private boolean full;

    /** Makes a trail without steps. */
    public Trail(SourcePlaces places) {
        this.places = places;
    }

    /**
     * What a walk came to.
     *
     * @param steps the steps that were added meanwhile
     */
    public record Walked<T extends @Nullable Object>(T answer, List<Step> steps) {}

    /** {@return the answer of the walk of a rule, with its steps} */
    public <T extends @Nullable Object> Walked<T> ofRule(Supplier<T> walk) {
        full = false;
        return apart(walk);
    }

    /** {@return the answer of a walk, with its steps, which are not added to those before} */
    public <T extends @Nullable Object> Walked<T> apart(Supplier<T> walk) {
        List<Step> before = steps;
        steps = new ArrayList<>();
        try {
            T answer = walk.get();
            return new Walked<>(answer, steps);
        } finally {
            steps = before;
        }
    }

    /** Goes a way whose steps are not kept, and do not count. */
    public void aside(Runnable walk) {
        List<Step> before = steps;
        int count = taken;
        boolean said = full;
        steps = new ArrayList<>();
        try {
            walk.run();
        } finally {
            steps = before;
            taken = count;
            full = said;
        }
    }

    /** {@return the answer of a walk whose expressions stand somewhere in the policy} */
    public <T extends @Nullable Object> T at(String place, Supplier<T> walk) {
        String before = pointer;
        pointer = place;
        try {
            return walk.get();
        } finally {
            pointer = before;
        }
    }

    /**
     * {@return the answer of a walk in which patterns are compared with something else than the resource} What stands in
     * something of which it is not known where it stands has no known place either.
     *
     * @param other where it stands in the resource, or null where that is not known
     */
    public <T extends @Nullable Object> T on(@Nullable String other, Supplier<T> walk) {
        String before = subject;
        subject = before == null ? null : other;
        try {
            return walk.get();
        } finally {
            subject = before;
        }
    }

    /** {@return the JSON pointer, in the policy, of what is looked at} */
    public String pointer() {
        return pointer;
    }

    /** {@return the JSON pointer, in the resource, of something in what patterns are compared with; null where unknown} */
    public @Nullable String inResource(@Nullable String inSubject) {
        return subject == null || inSubject == null ? null : subject + inSubject;
    }

    /** {@return the place of a node of the policy} */
    public SourceRange locate(String place) {
        return places.locate(place);
    }

    /** Adds a step. */
    public void add(Step step) {
        if (taken < MOST) {
            steps.add(step);
            taken++;
        } else if (!full) {
            full = true;
            steps.add(new NoteStep(
                    step.source(),
                    "too-many-steps",
                    "more than " + MOST + " steps were taken, the others are not kept"));
        }
    }

    /**
     * Adds a step that holds others. It does not count where there are such: what they say would be lost without it.
     *
     * @param inner the steps that it holds
     */
    public void enclose(Step holder, List<Step> inner) {
        if (inner.isEmpty()) {
            add(holder);
        } else {
            steps.add(holder);
        }
    }

    /** Adds a reason that is no value. */
    public void note(String code, String text) {
        add(new NoteStep(locate(pointer), code, text));
    }

    /** Adds an expression that has a value. */
    public void asked(String expression, JsonNode value) {
        add(new QueryStep(locate(pointer), expression, value, null));
    }

    /** Adds an expression that has no value. */
    public void refused(String expression, String error) {
        add(new QueryStep(locate(pointer), expression, null, error));
    }

    /** Adds a context entry that was loaded. */
    public void loaded(String name, JsonNode value) {
        add(new EntryStep(locate(pointer), name, value));
    }
}
