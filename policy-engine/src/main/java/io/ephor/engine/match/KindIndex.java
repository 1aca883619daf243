package io.ephor.engine.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Finds, among many entries, those that may match a kind of request: the entries that name the kind and the entries that
 * have to be asked for every kind, in the order in which they were given. What an entry that can't match costs is
 * nothing, however many there are. Immutable and thread-safe.
 *
 * @param <T> the entries, such as policies or rules
 */
public final class KindIndex<T> {
    private static final int[] NOTHING = {};

    private final List<T> entries;
    private final Map<String, int[]> byKind;
    private final int[] open;

    private KindIndex(List<T> entries, Map<String, int[]> byKind, int[] open) {
        this.entries = entries;
        this.byKind = byKind;
        this.open = open;
    }

    /** Indexes entries by the kinds that they may match. */
    public static <T> KindIndex<T> of(List<T> entries, Function<? super T, KindSet> kinds) {
        List<T> copy = List.copyOf(entries);
        Map<String, Positions> named = new HashMap<>();
        Positions open = new Positions();
        for (int i = 0; i < copy.size(); i++) {
            KindSet set = kinds.apply(copy.get(i));
            if (set.open()) {
                open.add(i);
            }
            for (String kind : set.kinds()) {
                named.computeIfAbsent(kind, key -> new Positions()).add(i);
            }
        }
        Map<String, int[]> byKind = new HashMap<>();
        named.forEach((kind, positions) -> byKind.put(kind, positions.toArray()));
        return new KindIndex<>(copy, byKind, open.toArray());
    }

    /** {@return all entries in the order in which they were given} */
    public List<T> entries() {
        return entries;
    }

    /** {@return how many entries may match a kind} */
    public int count(String kind) {
        return byKind.getOrDefault(kind, NOTHING).length + open.length;
    }

    /** {@return the entries that may match a kind, in the order in which they were given} */
    public Iterator<T> candidates(String kind) {
        return new Candidates<>(entries, byKind.getOrDefault(kind, NOTHING), open);
    }

    /** Merges two rising lists of positions that have none in common. */
    private static final class Candidates<T> implements Iterator<T> {
        private final List<T> entries;
        private final int[] named;
        private final int[] open;
        private int nextNamed;
        private int nextOpen;

        private Candidates(List<T> entries, int[] named, int[] open) {
            this.entries = entries;
            this.named = named;
            this.open = open;
        }

        @Override
        public boolean hasNext() {
            return nextNamed < named.length || nextOpen < open.length;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            boolean takeNamed =
                    nextOpen == open.length || (nextNamed < named.length && named[nextNamed] < open[nextOpen]);
            return entries.get(takeNamed ? named[nextNamed++] : open[nextOpen++]);
        }
    }

    /** A growing list of positions. */
    private static final class Positions {
        private int[] positions = new int[4];
        private int size;

        private void add(int position) {
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, size * 2);
            }
            positions[size++] = position;
        }

        private int[] toArray() {
            return Arrays.copyOf(positions, size);
        }
    }
}
