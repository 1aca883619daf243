package io.ephor.engine.match;

import io.ephor.engine.trail.Trail;
import io.ephor.explain.MatchStep;
import io.ephor.explain.MatchStep.FilterTest;
import io.ephor.explain.MatchStep.PartTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled form of a {@code match} or {@code exclude} block. Immutable and thread-safe. */
final class CompiledBlock {
    /** How the filters of a block are combined. */
    private enum Combination {
        ANY,
        ALL,
        DIRECT
    }

    private static final CompiledBlock SAYS_NOTHING =
            new CompiledBlock(Combination.DIRECT, List.of(MatchBlock.EMPTY.direct()), FilterUse.RULE);

    private final Combination combination;
    private final CompiledFilter[] filters;

    private CompiledBlock(Combination combination, List<ResourceFilter> filters, FilterUse use) {
        this.combination = combination;
        this.filters = new CompiledFilter[filters.size()];
        for (int i = 0; i < this.filters.length; i++) {
            this.filters[i] = CompiledFilter.compile(filters.get(i), use);
        }
    }

    static CompiledBlock compile(MatchBlock block, FilterUse use) {
        if (block == MatchBlock.EMPTY && use == FilterUse.RULE) {
            return SAYS_NOTHING;
        }
        if (!block.any().isEmpty()) {
            return new CompiledBlock(Combination.ANY, block.any(), use);
        }
        return block.all().isEmpty()
                ? new CompiledBlock(Combination.DIRECT, List.of(block.direct()), use)
                : new CompiledBlock(Combination.ALL, block.all(), use);
    }

    /** Says whether the block says nothing. */
    boolean isEmpty() {
        for (CompiledFilter filter : filters) {
            if (!filter.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the kinds of the block where it is one filter that asks for kinds and nothing else, none of them with
     * wildcards, group, version or subresource; otherwise null.
     */
    String @Nullable [] kindsOnly() {
        return filters.length == 1 ? filters[0].kindsOnly() : null;
    }

    /** Says whether the block, as a {@code match}, matches. */
    boolean matches(MatchRequest request) {
        // Where nothing is known of the user, the parts about the user are left out of a match, but not of an exclude.
        boolean withUser = request.isUserKnown();
        boolean any = combination == Combination.ANY;
        for (CompiledFilter filter : filters) {
            if (isMatchedBy(filter, request, withUser) == any) {
                return any;
            }
        }
        return !any;
    }

    private static boolean isMatchedBy(CompiledFilter filter, MatchRequest request, boolean withUser) {
        boolean empty = withUser ? filter.isEmpty() : filter.describesNothing();
        return !empty && filter.holds(request, withUser);
    }

    /** Says whether the block, as an {@code exclude}, excludes. */
    boolean excludes(MatchRequest request) {
        boolean all = combination == Combination.ALL;
        for (CompiledFilter filter : filters) {
            if (isExcludedBy(filter, request) != all) {
                return !all;
            }
        }
        return all;
    }

    private static boolean isExcludedBy(CompiledFilter filter, MatchRequest request) {
        return !filter.isEmpty() && filter.holds(request, true);
    }

    void explainMismatch(MatchRequest request, List<String> reasons) {
        if (combination == Combination.ANY) {
            if (!matches(request)) {
                reasons.add("no resource matched");
            }
            return;
        }
        boolean withUser = request.isUserKnown();
        for (CompiledFilter filter : filters) {
            if (withUser ? filter.isEmpty() : filter.describesNothing()) {
                reasons.add("match cannot be empty");
            } else {
                filter.explain(request, withUser, reasons);
            }
        }
    }

    void explainExclusion(MatchRequest request, List<String> reasons) {
        if (combination == Combination.ALL) {
            if (excludes(request)) {
                reasons.add("resource excluded since the combination of all criteria exclude it");
            }
            return;
        }
        for (CompiledFilter filter : filters) {
            if (isExcludedBy(filter, request)) {
                reasons.add("resource excluded since one of the criteria excluded it");
            }
        }
    }

    /** Says the same as {@link #matches}, and notes what every filter said. */
    boolean matches(MatchRequest request, Trail trail, String pointer) {
        boolean withUser = request.isUserKnown();
        boolean matched = matches(request);
        List<FilterTest> tests = new ArrayList<>();
        for (int i = 0; i < filters.length; i++) {
            boolean holds = isMatchedBy(filters[i], request, withUser);
            tests.add(test(i, holds, filters[i].tests(request, withUser, trail, pointer + path(i)), trail, pointer));
        }
        trail.add(new MatchStep(trail.locate(pointer), false, matched, tests));
        return matched;
    }

    /** Says the same as {@link #excludes}, and notes what every filter said. */
    boolean excludes(MatchRequest request, Trail trail, String pointer) {
        boolean excluded = excludes(request);
        List<FilterTest> tests = new ArrayList<>();
        for (int i = 0; i < filters.length; i++) {
            boolean holds = isExcludedBy(filters[i], request);
            tests.add(test(i, holds, filters[i].tests(request, true, trail, pointer + path(i)), trail, pointer));
        }
        trail.add(new MatchStep(trail.locate(pointer), true, excluded, tests));
        return excluded;
    }

    private FilterTest test(int index, boolean holds, List<PartTest> parts, Trail trail, String pointer) {
        String name = combination == Combination.DIRECT ? "" : listName() + "[" + index + "]";
        return new FilterTest(trail.locate(pointer + path(index)), name, holds, parts);
    }

    private String path(int index) {
        return combination == Combination.DIRECT ? "" : "/" + listName() + "/" + index;
    }

    private String listName() {
        return combination == Combination.ANY ? "any" : "all";
    }

    /** Returns the kinds of request that the block, as a {@code match}, may match. */
    KindSet kinds() {
        List<KindSet> sets = new ArrayList<>();
        for (CompiledFilter filter : filters) {
            sets.add(filter.kinds());
        }
        return combination == Combination.ANY ? KindSet.union(sets) : smallest(sets);
    }

    /** What all filters match is among what any one of them matches. */
    private static KindSet smallest(List<KindSet> sets) {
        KindSet smallest = KindSet.OPEN;
        for (KindSet set : sets) {
            boolean smaller =
                    smallest.open() || set.kinds().size() < smallest.kinds().size();
            if (!set.open() && smaller) {
                smallest = set;
            }
        }
        return smallest;
    }
}
