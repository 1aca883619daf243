package io.ephor.explain;

import io.ephor.values.SourceRange;
import java.util.List;

/**
 * The {@code match} or the {@code exclude} of a rule, compared with the request.
 *
 * @param source the place of the block in the policy
 * @param excludes whether this is the {@code exclude}
 * @param holds whether the block matched, or excluded
 * @param filters the filters of the block, in order, all of them, also those behind the one that decided; empty for a
 *     block that says nothing
 */
public record MatchStep(SourceRange source, boolean excludes, boolean holds, List<FilterTest> filters) implements Step {
    /**
     * Copies the list.
     *
     * @param source the place of the block in the policy
     * @param excludes whether this is the {@code exclude}
     * @param holds whether the block matched, or excluded
     * @param filters the filters of the block, in order, all of them, also those behind the one that decided; empty for a
     *     block that says nothing
     */
    public MatchStep {
        filters = List.copyOf(filters);
    }

    /**
     * One filter of a block.
     *
     * @param source the place of the filter in the policy
     * @param name how the filter is reached in its block, such as {@code any[0]}; empty for one that is the block itself
     * @param holds whether everything that the filter asks for is so; false for a filter that asks for nothing
     * @param parts what the filter asks for, in order; empty where it asks for nothing
     */
    public record FilterTest(SourceRange source, String name, boolean holds, List<PartTest> parts) {
        /**
         * Copies the list.
         *
         * @param source the place of the filter in the policy
         * @param name how the filter is reached in its block, such as {@code any[0]}; empty for one that is the block itself
         * @param holds whether everything that the filter asks for is so; false for a filter that asks for nothing
         * @param parts what the filter asks for, in order; empty where it asks for nothing
         */
        public FilterTest {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One thing that a filter asks for.
     *
     * @param source the place of the part in the policy
     * @param field the field of the filter, such as {@code kinds}
     * @param holds whether it is so
     * @param reason Kyverno's words for why it is not so; empty where it is
     * @param found what the request has, such as {@code Pod}; empty where that has no short form
     */
    public record PartTest(SourceRange source, String field, boolean holds, String reason, String found) {}
}
