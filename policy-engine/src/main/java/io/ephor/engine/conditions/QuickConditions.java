package io.ephor.engine.conditions;

import io.ephor.engine.variables.PartScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as the fast pass asks them. It is never certain of those among which one needs more than a part of what queries
 * see. Immutable and thread-safe.
 */
final class QuickConditions {
    private static final QuickConditions UNANSWERED = new QuickConditions(null, new QuickCondition[0], false);

    private final QuickCondition @Nullable [] any;
    private final QuickCondition[] all;
    private final boolean answered;

    private QuickConditions(QuickCondition @Nullable [] any, QuickCondition[] all, boolean answered) {
        this.any = any;
        this.all = all;
        this.answered = answered;
    }

    /** @param any of which one must hold; null where nothing is asked */
    static QuickConditions of(@Nullable List<CompiledCondition> any, List<CompiledCondition> all) {
        QuickCondition[] some = any == null ? null : quick(any);
        QuickCondition[] each = quick(all);
        return each == null || (any != null && some == null) ? UNANSWERED : new QuickConditions(some, each, true);
    }

    private static QuickCondition @Nullable [] quick(List<CompiledCondition> conditions) {
        List<QuickCondition> made = new ArrayList<>(conditions.size());
        for (CompiledCondition condition : conditions) {
            QuickCondition quick = QuickCondition.of(condition);
            if (quick == null) {
                return null;
            }
            made.add(quick);
        }
        return made.toArray(new QuickCondition[0]);
    }

    /** Asks {@code any} until one holds, then {@code all} until one does not, whatever came of {@code any}. */
    Certainty holds(PartScope scope) {
        if (!answered) {
            return Certainty.UNKNOWN;
        }
        Certainty anyHolds = any == null ? Certainty.YES : first(any, Certainty.YES, scope);
        if (anyHolds == Certainty.UNKNOWN) {
            return Certainty.UNKNOWN;
        }
        Certainty allHold = first(all, Certainty.NO, scope);
        return allHold == Certainty.YES ? anyHolds : allHold;
    }

    /** Returns the answer that ends a list where a condition gives it, unknown before that, else the other answer. */
    private static Certainty first(QuickCondition[] conditions, Certainty ending, PartScope scope) {
        for (QuickCondition condition : conditions) {
            Certainty holds = condition.holds(scope);
            if (holds == ending || holds == Certainty.UNKNOWN) {
                return holds;
            }
        }
        return ending == Certainty.YES ? Certainty.NO : Certainty.YES;
    }
}
