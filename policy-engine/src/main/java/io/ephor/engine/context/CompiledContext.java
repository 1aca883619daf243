package io.ephor.engine.context;

import io.ephor.engine.variables.Query;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The context entries of a rule or of a loop in it, in order. Immutable and thread-safe.
 *
 * <p>Which entries a query of the policy mentions is found out once, and remembered.
 */
public final class CompiledContext {
    /** A context without entries. */
    public static final CompiledContext EMPTY = new CompiledContext(List.of());

    private static final int MOST_REMEMBERED = 2_000;

    private final int size;
    private final List<CompiledEntry> entries;
    private final BitSet onlyImages = new BitSet();
    private final BitSet nothing = new BitSet();
    private final Map<Query, BitSet> mentions = new ConcurrentHashMap<>();

    /** All entries, and the images of the resource behind them. */
    CompiledContext(List<CompiledEntry> entries) {
        this.size = entries.size();
        this.entries =
                Stream.concat(entries.stream(), Stream.of(new ImagesEntry())).toList();
        onlyImages.set(size);
    }

    /** {@return whether there is no entry} */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns the number of entries, which is also the position of the images. */
    int size() {
        return size;
    }

    CompiledEntry entry(int position) {
        return entries.get(position);
    }

    /** Returns the positions of the entries that a query mentions. Nobody may write to it. */
    BitSet mentionedBy(Query query) {
        if (size == 0) {
            return entries.get(0).name().isMentionedIn(query.text()) ? onlyImages : nothing;
        }
        BitSet known = mentions.get(query);
        if (known != null) {
            return known;
        }
        BitSet found = new BitSet(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().isMentionedIn(query.text())) {
                found.set(i);
            }
        }
        if (mentions.size() < MOST_REMEMBERED) {
            mentions.put(query, found);
        }
        return found;
    }
}
