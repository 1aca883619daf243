package io.ephor;

import java.util.AbstractList;
import java.util.RandomAccess;

/** An unmodifiable view of an array that nobody writes to, so that a result shows its rules without copying them. */
final class FixedList<T> extends AbstractList<T> implements RandomAccess {
    private final T[] items;

    FixedList(T[] items) {
        this.items = items;
    }

    @Override
    public T get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }
}
