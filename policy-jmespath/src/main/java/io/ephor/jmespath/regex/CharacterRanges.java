package io.ephor.jmespath.regex;

import java.util.ArrayList;
import java.util.List;

/** A set of characters, as ascending ranges that do not touch each other. Immutable. */
final class CharacterRanges {
    private static final int FIRST_SURROGATE = 0xD800;
    private static final int LAST_SURROGATE = 0xDFFF;

    /** From one character to another, both included. */
    record Range(int first, int last) {}

    private final List<Range> ranges;

    private CharacterRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Makes a set of ranges in any order. */
    static CharacterRanges of(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort((left, right) -> Integer.compare(left.first(), right.first()));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            Range before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && range.first() <= before.last() + 1) {
                merged.set(merged.size() - 1, new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return new CharacterRanges(List.copyOf(merged));
    }

    /** Returns all characters that are not in the set. */
    CharacterRanges inverse() {
        List<Range> others = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            if (range.first() > next) {
                others.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        if (next <= Character.MAX_CODE_POINT) {
            others.add(new Range(next, Character.MAX_CODE_POINT));
        }
        return new CharacterRanges(List.copyOf(others));
    }

    /** Returns the characters that are also in a range. */
    CharacterRanges within(int first, int last) {
        List<Range> shared = new ArrayList<>();
        for (Range range : ranges) {
            if (range.first() <= last && range.last() >= first) {
                shared.add(new Range(Math.max(first, range.first()), Math.min(last, range.last())));
            }
        }
        return new CharacterRanges(List.copyOf(shared));
    }

    /** Returns the set without halves of surrogate pairs, which no text has. */
    CharacterRanges withoutSurrogates() {
        List<Range> kept = new ArrayList<>(within(0, FIRST_SURROGATE - 1).ranges);
        kept.addAll(within(LAST_SURROGATE + 1, Character.MAX_CODE_POINT).ranges);
        return new CharacterRanges(List.copyOf(kept));
    }

    List<Range> ranges() {
        return ranges;
    }

    /** Returns how many characters are in the set. */
    int count() {
        int count = 0;
        for (Range range : ranges) {
            count += range.last() - range.first() + 1;
        }
        return count;
    }

    /** Returns a character by its place in the set, from 0. */
    int at(int index) {
        int rest = index;
        for (Range range : ranges) {
            int size = range.last() - range.first() + 1;
            if (rest < size) {
                return range.first() + rest;
            }
            rest -= size;
        }
        throw new IndexOutOfBoundsException(index);
    }
}
