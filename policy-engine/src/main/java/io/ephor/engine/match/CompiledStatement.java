package io.ephor.engine.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compiled {@code match} of a policy exception, or one of the blocks of a cleanup policy: filters under {@code any} or
 * {@code all} only, for which operations don't count. Immutable and thread-safe.
 */
public final class CompiledStatement {
    private static final String EMPTY = "statement cannot be empty";

    private final boolean any;
    private final boolean holdsWithoutFilters;
    private final List<CompiledFilter> filters = new ArrayList<>();

    private CompiledStatement(MatchBlock block, FilterUse use) {
        this.any = !block.any().isEmpty();
        this.holdsWithoutFilters = use == FilterUse.CLEANUP;
        for (ResourceFilter filter : any ? block.any() : block.all()) {
            filters.add(CompiledFilter.compile(filter, use));
        }
    }

    /**
     * Compiles a block; its direct filter doesn't count.
     *
     * @param use {@link FilterUse#EXCEPTION} or {@link FilterUse#CLEANUP}
     */
    public static CompiledStatement compile(MatchBlock block, FilterUse use) {
        if (!use.isStatement()) {
            throw new IllegalArgumentException("a rule is not a statement");
        }
        return new CompiledStatement(block, use);
    }

    /** {@return whether the statement concerns the object of a request} */
    public boolean matches(MatchRequest request) {
        if (filters.isEmpty()) {
            return holdsWithoutFilters;
        }
        for (CompiledFilter filter : filters) {
            if ((!filter.isEmpty() && filter.holds(request, true)) == any) {
                return any;
            }
        }
        return !any;
    }

    /** {@return Kyverno's words for why the statement doesn't concern the object of a request, or null where it does} */
    public @Nullable String explain(MatchRequest request) {
        if (matches(request)) {
            return null;
        }
        if (any) {
            return "no resource matched";
        }
        if (filters.isEmpty()) {
            return EMPTY;
        }
        List<String> reasons = new ArrayList<>();
        for (CompiledFilter filter : filters) {
            if (filter.isEmpty()) {
                reasons.add(EMPTY);
            } else {
                filter.explain(request, true, reasons);
            }
        }
        return String.join("; ", reasons);
    }
}
