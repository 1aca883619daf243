package io.ephor.engine.context;

import org.jspecify.annotations.Nullable;

/** A context entry in one evaluation of one rule. Confined to one thread. */
final class EntryState {
    private final CompiledContext context;
    private final int position;
    private final int level;
    private @Nullable Fetched fetched;
    private boolean attempted;

    /**
     * @param position the position of the entry in its context
     * @param level how many checkpoints there were when the entry was registered
     */
    EntryState(CompiledContext context, int position, int level) {
        this.context = context;
        this.position = position;
        this.level = level;
    }

    CompiledContext context() {
        return context;
    }

    int position() {
        return position;
    }

    int level() {
        return level;
    }

    CompiledEntry entry() {
        return context.entry(position);
    }

    /** Returns what was fetched; null before that. An entry that has it counts as loaded. */
    @Nullable
    Fetched fetched() {
        return fetched;
    }

    void fetched(Fetched fetched) {
        this.fetched = fetched;
    }

    boolean isLoaded() {
        return fetched != null;
    }

    /** Says whether a query of this round mentioned the entry: one that failed is not tried again in the same round. */
    boolean isAttempted() {
        return attempted;
    }

    void attempted(boolean attempted) {
        this.attempted = attempted;
    }
}
