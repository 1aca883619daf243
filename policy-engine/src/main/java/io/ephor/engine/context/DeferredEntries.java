package io.ephor.engine.context;

import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context entries that queries of one rule may load, in the order in which they were registered. Confined to one
 * thread.
 *
 * <p>A query loads every entry that it mentions and that is not loaded yet. While an entry is loaded, queries see only
 * the entries before it; the reference forgets this restriction after the first load inside of a load, and so do we.
 *
 * <p>Kyverno: pkg/engine/context/deferred.go
 */
final class DeferredEntries {
    private static final int UNRESTRICTED = -1;

    private final RuleScope scope;
    private final List<EntryState> states = new ArrayList<>();
    private int restrictedLevel = UNRESTRICTED;
    private int restrictedSize = UNRESTRICTED;
    private int loadsInside;

    DeferredEntries(RuleScope scope) {
        this.scope = scope;
    }

    void add(EntryState state) {
        states.add(state);
    }

    /** Forgets the entries of a context. What they loaded stays in the document. */
    void forget(CompiledContext context) {
        states.removeIf(state -> state.context() == context);
    }

    /**
     * Loads what a query mentions.
     *
     * @param text the text of the query
     * @param query the query where it is one of the policy, or null
     * @param level how many checkpoints there are
     * @throws QueryException if an entry has no value
     */
    void loadMentioned(String text, @Nullable Query query, int level) {
        int highestLevel = restrictedLevel == UNRESTRICTED ? level : restrictedLevel;
        int size = restrictedSize == UNRESTRICTED ? states.size() : restrictedSize;
        int position = nextMentioned(text, query, highestLevel, size);
        while (position >= 0) {
            EntryState state = states.get(position);
            state.attempted(true);
            load(state, position);
            position = nextMentioned(text, query, highestLevel, size);
        }
    }

    private int nextMentioned(String text, @Nullable Query query, int highestLevel, int size) {
        CompiledContext known = null;
        BitSet mentioned = null;
        int end = Math.min(size, states.size());
        for (int i = 0; i < end; i++) {
            EntryState state = states.get(i);
            if (state.isAttempted() || state.isLoaded() || state.level() > highestLevel) {
                continue;
            }
            if (query == null) {
                if (state.entry().name().isMentionedIn(text)) {
                    return i;
                }
                continue;
            }
            if (mentioned == null || known != state.context()) {
                known = state.context();
                mentioned = known.mentionedBy(query);
            }
            if (mentioned.get(state.position())) {
                return i;
            }
        }
        return -1;
    }

    private void load(EntryState state, int position) {
        if (loadsInside >= scope.mostNestedLoads()) {
            throw new QueryException(
                    QueryException.Reason.LOAD, "context entries are nested deeper than " + loadsInside, null);
        }
        restrictedLevel = state.level();
        restrictedSize = position;
        loadsInside++;
        try {
            state.entry().load(scope, state);
        } finally {
            loadsInside--;
            restrictedLevel = UNRESTRICTED;
            restrictedSize = UNRESTRICTED;
        }
    }

    /**
     * Goes back to a checkpoint: forgets the entries that were registered since, and loads the others again that were
     * loaded.
     *
     * @param level the level to which the document went back
     * @param restored whether the checkpoint is gone; its entries then keep their values, but are not registered any more
     */
    void reset(boolean restored, int level) {
        for (EntryState state : states) {
            state.attempted(false);
        }
        for (int i = 0; i < states.size(); i++) {
            EntryState state = states.get(i);
            if (state.level() > level) {
                states.remove(i--);
                continue;
            }
            boolean ofLevel = state.level() == level;
            if (state.isLoaded() && (restored || !ofLevel)) {
                reload(state, i, restored);
            }
            if (ofLevel && (state.isLoaded() || !restored)) {
                states.remove(i--);
            }
        }
    }

    /**
     * An entry that cannot be loaded again is as if it were not there.
     *
     * @param after whether nobody asks for the entry at present: the end of a loop is no reason for anything
     */
    private void reload(EntryState state, int position, boolean after) {
        Trail trail = after ? scope.evaluation().trail() : null;
        try {
            if (trail == null) {
                load(state, position);
            } else {
                trail.aside(() -> load(state, position));
            }
        } catch (QueryException exception) {
            scope.noteFailure(exception);
        }
    }
}
