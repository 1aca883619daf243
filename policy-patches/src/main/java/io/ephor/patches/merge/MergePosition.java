package io.ephor.patches.merge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in the schema of a kind: which lists below it are merged, and by which keys. Written to while the table is
 * built, immutable and thread-safe from then on.
 */
final class MergePosition {
    /** No schema is known: one is looked for at every map. */
    static final MergePosition UNKNOWN = new MergePosition(null, null);
    /** A schema is known, and no list at this place or below is merged. */
    static final MergePosition PLAIN = new MergePosition(null, null);

    private final @Nullable List<String> keys;
    private final @Nullable String firstKey;
    private final @Nullable String secondKey;
    private final @Nullable MergePosition element;
    private final Map<String, MergePosition> fields = new LinkedHashMap<>();
    private Field[] below = {};

    private MergePosition(@Nullable List<String> keys, @Nullable MergePosition element) {
        this.keys = keys;
        this.firstKey = keys == null ? null : keys.get(0);
        this.secondKey = keys == null || keys.size() < 2 ? null : keys.get(1);
        this.element = element;
    }

    static MergePosition ofMap() {
        return new MergePosition(null, null);
    }

    /** {@return the place of a list that is merged by one or two keys; by one empty key where its elements are scalars} */
    static MergePosition ofList(List<String> keys) {
        return new MergePosition(keys, ofMap());
    }

    /** {@return the merge keys of the list, null where the place is no list that is merged} */
    @Nullable
    List<String> keys() {
        return keys;
    }

    /** {@return the first of the merge keys, or null} */
    @Nullable
    String firstKey() {
        return firstKey;
    }

    /** {@return the second of the merge keys, or null} */
    @Nullable
    String secondKey() {
        return secondKey;
    }

    MergePosition element() {
        return element == null ? PLAIN : element;
    }

    /** {@return the places below, by the names of fields} */
    Map<String, MergePosition> fields() {
        return fields;
    }

    /** {@return the same, in the order of the schema; not to be written to} */
    Field[] below() {
        return below;
    }

    /** {@return whether a map at this place knows nothing of what is in it, as where the schema has a list} */
    boolean isUnknown() {
        return this == UNKNOWN || keys != null;
    }

    MergePosition field(String name) {
        if (isUnknown()) {
            return UNKNOWN;
        }
        MergePosition field = below.length == 0 ? null : fields.get(name);
        return field == null ? PLAIN : field;
    }

    /** Puts a place below this one, or below its elements. */
    MergePosition put(String name, MergePosition position) {
        MergePosition holder = element == null ? this : element;
        holder.fields.put(name, position);
        holder.below = Arrays.copyOf(holder.below, holder.below.length + 1);
        holder.below[holder.below.length - 1] = new Field(name, position);
        return this;
    }

    /** A field of a map whose place the schema knows. */
    record Field(String name, MergePosition place) {}
}
