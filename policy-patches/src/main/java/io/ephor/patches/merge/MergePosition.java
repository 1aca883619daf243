package io.ephor.patches.merge;

import java.util.ArrayList;
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
    private final @Nullable MergePosition element;
    private final Map<String, MergePosition> fields = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<MergePosition> places = new ArrayList<>();

    private MergePosition(@Nullable List<String> keys, @Nullable MergePosition element) {
        this.keys = keys;
        this.element = element;
    }

    static MergePosition ofMap() {
        return new MergePosition(null, null);
    }

    /** {@return the place of a list that is merged by keys; by one empty key where its elements are scalars} */
    static MergePosition ofList(List<String> keys) {
        return new MergePosition(keys, ofMap());
    }

    /** {@return the merge keys of the list, null where the place is no list that is merged} */
    @Nullable
    List<String> keys() {
        return keys;
    }

    MergePosition element() {
        return element == null ? PLAIN : element;
    }

    /** {@return the places below, by the names of fields} */
    Map<String, MergePosition> fields() {
        return fields;
    }

    /** {@return how many places are below} */
    int size() {
        return names.size();
    }

    /** {@return the name of the field of a place below} */
    String name(int index) {
        return names.get(index);
    }

    /** {@return a place below} */
    MergePosition below(int index) {
        return places.get(index);
    }

    MergePosition field(String name) {
        // A map where the schema has a list knows nothing of what is in it.
        if (this == UNKNOWN || keys != null) {
            return UNKNOWN;
        }
        MergePosition field = fields.get(name);
        return field == null ? PLAIN : field;
    }

    /** Puts a place below this one, or below its elements. */
    MergePosition put(String name, MergePosition position) {
        MergePosition holder = element == null ? this : element;
        holder.fields.put(name, position);
        holder.names.add(name);
        holder.places.add(position);
        return this;
    }
}
