package io.ephor.engine.match;

import java.util.List;

/**
 * A {@code match} or {@code exclude} block as written.
 *
 * @param any filters of which one has to hold; where there are any, nothing else of the block counts
 * @param all filters that all have to hold; where there are any, {@code direct} doesn't count
 * @param direct the filter that stands in the block itself
 */
public record MatchBlock(List<ResourceFilter> any, List<ResourceFilter> all, ResourceFilter direct) {
    /** The block that says nothing. */
    public static final MatchBlock EMPTY = new MatchBlock(List.of(), List.of(), ResourceFilter.EMPTY);

    public MatchBlock {
        any = List.copyOf(any);
        all = List.copyOf(all);
    }

    /** {@return whether the block says nothing} */
    public boolean isEmpty() {
        return any.isEmpty() && all.isEmpty() && direct.isEmpty();
    }
}
