package io.ephor.values.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a document stand in its text: one entry per value, in the order of the text, in flat arrays. Names
 * are looked up when somebody asks, by walking the entries. Immutable once built.
 */
public final class Places {
    /** The entry of the whole document. */
    public static final int ROOT = 0;

    /** The name of a merge key, told apart from a field {@code <<} by identity. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    static final String MERGE = new String("<<");

    private static final int STRIDE = 6;
    private static final int KEY_START = 0;
    private static final int KEY_END = 1;
    private static final int START = 2;
    private static final int END = 3;
    private static final int NEXT = 4;
    private static final int TARGET = 5;
    private static final int NONE = -1;

    private int[] marks;
    private @Nullable String[] names;
    private int count;

    Places(int expected) {
        this.marks = new int[Math.max(8, expected) * STRIDE];
        this.names = new String[Math.max(8, expected)];
    }

    /** Adds a value and returns its entry. */
    int add(@Nullable String name, int keyStart, int keyEnd, int start, int end) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            marks = Arrays.copyOf(marks, count * 2 * STRIDE);
        }
        int base = count * STRIDE;
        marks[base + KEY_START] = keyStart;
        marks[base + KEY_END] = keyEnd;
        marks[base + START] = start;
        marks[base + END] = end;
        marks[base + NEXT] = count + 1;
        marks[base + TARGET] = NONE;
        names[count] = name;
        return count++;
    }

    /** Says that an entry is an alias of another one. */
    void alias(int entry, int target) {
        marks[entry * STRIDE + TARGET] = target;
    }

    /** Ends a container: all entries added since belong to it. */
    void close(int entry, int end) {
        marks[entry * STRIDE + END] = end;
        marks[entry * STRIDE + NEXT] = count;
    }

    /** Moves all offsets by the start of the document. */
    public void rebase(int documentStart) {
        for (int i = 0; documentStart > 0 && i < count; i++) {
            for (int k = i * STRIDE; k < i * STRIDE + NEXT; k++) {
                marks[k] += marks[k] < 0 ? 0 : documentStart;
            }
        }
    }

    /** Gives back what was reserved and not needed. */
    void trim() {
        if (count < names.length) {
            names = Arrays.copyOf(names, count);
            marks = Arrays.copyOf(marks, count * STRIDE);
        }
    }

    int size() {
        return count;
    }

    public int start(int entry) {
        return marks[entry * STRIDE + START];
    }

    public int end(int entry) {
        return marks[entry * STRIDE + END];
    }

    public boolean hasKey(int entry) {
        return marks[entry * STRIDE + KEY_START] >= 0;
    }

    public int keyStart(int entry) {
        return marks[entry * STRIDE + KEY_START];
    }

    public int keyEnd(int entry) {
        return marks[entry * STRIDE + KEY_END];
    }

    /** Returns the entry of a field or of an element, -1 when there is none. */
    int child(int container, String token) {
        int resolved = resolve(container);
        boolean isList = resolved + 1 < next(resolved) && names[resolved + 1] == null;
        return isList ? element(resolved, token) : field(resolved, token);
    }

    private int element(int list, String token) {
        int index = PointerWalk.index(token);
        int child = list + 1;
        for (int i = 0; index >= 0 && child < next(list); i++) {
            if (i == index) {
                return child;
            }
            child = next(child);
        }
        return NONE;
    }

    /** Returns the entry that gave a field its value, through merges, -1 when there is none. */
    private int field(int object, String name) {
        int container = resolve(object);
        int found = NONE;
        for (int child = container + 1; child < next(container); child = next(child)) {
            String childName = names[child];
            int candidate = NONE;
            if (childName == MERGE) {
                candidate = merged(child, name);
            } else if (name.equals(childName)) {
                candidate = child;
            }
            found = candidate == NONE ? found : candidate;
        }
        return found;
    }

    private int merged(int merge, String name) {
        int source = resolve(merge);
        boolean isList = source + 1 < next(source) && names[source + 1] == null;
        if (!isList) {
            return field(source, name);
        }
        for (int child = source + 1; child < next(source); child = next(child)) {
            int found = field(child, name);
            if (found != NONE) {
                return found;
            }
        }
        return NONE;
    }

    /** Follows an alias to what it stands for. */
    public int resolve(int entry) {
        int target = marks[entry * STRIDE + TARGET];
        return target == NONE ? entry : target;
    }

    private int next(int entry) {
        return marks[entry * STRIDE + NEXT];
    }
}
