package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A list or map that operations go into. The faults are texts of the reference. Not thread-safe. */
sealed interface Container permits OpenMap, OpenList, NullDocument {
    /** {@return the value as it was} */
    JsonNode base();

    /** {@return the value as it is; the same node where nothing changed} */
    JsonNode close();

    /** {@return why there is nothing to be read under a key, null where there is something} */
    @Nullable
    String fault(String key);

    /** {@return whether a fault is that of a map that has no such key} */
    boolean isLenient();

    /** {@return what is under a key that has no fault; null for a null of the document} The empty key reads the value that the container was made of, if that is known. */
    @Nullable
    Slot get(String key);

    /** Puts a value under a key, in a list before what is there; throws where the key does not do. */
    void add(String key, @Nullable Slot value);

    /** Puts a value in the place of what is under a key that has no fault. */
    void set(String key, Slot value);

    /** Takes away what is under a key, if there is something. */
    void remove(String key);
}
