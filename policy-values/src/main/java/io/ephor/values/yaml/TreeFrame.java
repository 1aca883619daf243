package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An object or a list that is being read, and its key that waits for a value. */
final class TreeFrame {
    @Nullable
    ObjectNode object;

    @Nullable
    ArrayNode array;

    @Nullable
    AnchoredNode anchored;

    int entry;
    int height;
    long nodesBefore;

    @Nullable
    String key;

    int keyKind;
    int keyStart;
    int keyEnd;

    @Nullable
    KeyKinds keyKinds;
}
