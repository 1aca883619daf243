package io.ephor.engine.conditions;

import io.ephor.Operation;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.QueryScope;
import io.ephor.explain.ConditionStep;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Conditions, ready to be evaluated: {@code any} and {@code all}, or the old plain list. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/variables/evaluate.go
 */
public final class CompiledConditions {
    private static final String SEPARATOR = "; ";
    private static final String LIST_SEPARATOR = ";";
    /** Asks a condition and notes nothing. One for all, so that an evaluation allocates nothing for it. */
    private static final Tested UNNOTED = (condition, scope, list, index) -> condition.holds(scope);

    /** Asks conditions and notes nothing. What several in a row ask as their key is asked once. */
    private static final class KeysOnce implements Tested {
        private @Nullable Side key;
        private @Nullable Operand operand;

        @Override
        public boolean holds(CompiledCondition condition, QueryScope scope, String list, int index) {
            Operand known = operand;
            if (known == null || key != condition.key()) {
                known = condition.key().operand(scope);
                key = condition.key();
                operand = known;
            }
            return condition.holds(known, scope);
        }
    }

    private final @Nullable List<CompiledCondition> any;
    private final List<CompiledCondition> all;
    private final boolean plainList;
    private final boolean silent;
    private final boolean sharesKeys;
    private final String pointer;
    // what came out for each operation so far, where nothing else matters; otherwise null
    private final @Nullable Map<Operation, ConditionOutcome> byOperation;
    // made on the first evaluation; whichever thread makes it, every one would make the same
    private @Nullable QuickConditions quick;

    /**
     * Makes conditions.
     *
     * @param any of which one must hold; null where nothing is asked
     * @param all of which each must hold
     * @param plainList whether this is the old form, with messages of its own
     * @param pointer the JSON pointer of the block in its document
     */
    CompiledConditions(
            @Nullable List<CompiledCondition> any, List<CompiledCondition> all, boolean plainList, String pointer) {
        this.pointer = pointer;
        this.any = any;
        this.all = all;
        this.plainList = plainList;
        this.silent = isSilent(all) && (any == null || isSilent(any));
        this.sharesKeys = shareKeys(all) || (any != null && shareKeys(any));
        boolean known = dependOnOperationOnly(all) && (any == null || dependOnOperationOnly(any));
        this.byOperation = known ? new ConcurrentHashMap<>() : null;
    }

    private static boolean shareKeys(List<CompiledCondition> conditions) {
        for (int i = 1; i < conditions.size(); i++) {
            if (conditions.get(i).key() == conditions.get(i - 1).key()) {
                return true;
            }
        }
        return false;
    }

    private static boolean dependOnOperationOnly(List<CompiledCondition> conditions) {
        for (CompiledCondition condition : conditions) {
            if (!condition.dependsOnOperationOnly()) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether no condition has a message} */
    public boolean isSilent() {
        return silent;
    }

    /** {@return the JSON pointer of the block in its document} */
    public String pointer() {
        return pointer;
    }

    private static boolean isSilent(List<CompiledCondition> conditions) {
        for (CompiledCondition condition : conditions) {
            if (!condition.message().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Evaluates the conditions: {@code any} until one holds, then {@code all} until one does not. Conditions that say
     * nothing hold; an {@code any} that is there and empty does not.
     *
     * @param scope what variables are asked of
     * @return the outcome
     * @throws ConditionException if a condition has no answer
     */
    public ConditionOutcome evaluate(QueryScope scope) {
        Operation operation = byOperation == null ? null : scope.operation();
        if (byOperation == null || operation == null) {
            return evaluateAnew(scope);
        }
        ConditionOutcome known = byOperation.get(operation);
        if (known == null) {
            known = evaluateAnew(scope);
            byOperation.put(operation, known);
        }
        return known;
    }

    /**
     * Says whether the conditions hold as {@link #evaluate(QueryScope)} does, as far as that is certain by a part of what
     * queries see.
     *
     * @param scope the parts
     * @return whether they hold
     */
    public Certainty certainty(PartScope scope) {
        if (byOperation != null) {
            ConditionOutcome known = byOperation.get(scope.operation());
            return known == null ? Certainty.UNKNOWN : Certainty.of(known.passed());
        }
        return quick().holds(scope);
    }

    private QuickConditions quick() {
        QuickConditions made = quick;
        if (made == null) {
            made = QuickConditions.of(any, all);
            quick = made;
        }
        return made;
    }

    private ConditionOutcome evaluateAnew(QueryScope scope) {
        return plainList ? list(scope) : anyAndAll(scope);
    }

    /**
     * Says the same as {@link #evaluate(QueryScope)}, and notes what every condition said.
     *
     * @param scope what variables are asked of
     * @param trail takes the conditions that are evaluated
     * @param use what the conditions are for
     * @return the outcome
     * @throws ConditionException if a condition has no answer
     */
    public ConditionOutcome evaluate(QueryScope scope, Trail trail, ConditionStep.Use use) {
        String separator = plainList ? LIST_SEPARATOR : SEPARATOR;
        Messages passed = new Messages(separator);
        Messages failed = new Messages(separator);
        Tested each = (condition, asked, list, index) -> condition.holds(asked, trail, use, pointer, list, index);
        boolean anyHolds = any == null || findAny(any, each, scope, passed, failed);
        boolean holds = findAll(all, each, scope, passed, failed) && anyHolds;
        return ConditionOutcome.of(holds, (holds ? passed : failed).text());
    }

    /** How a condition is asked that stands somewhere in a list. */
    private interface Tested {
        boolean holds(CompiledCondition condition, QueryScope scope, String list, int index);
    }

    private static boolean findAny(
            List<CompiledCondition> list, Tested each, QueryScope scope, Messages passed, Messages failed) {
        for (int i = 0; i < list.size(); i++) {
            CompiledCondition condition = list.get(i);
            if (each.holds(condition, scope, "any", i)) {
                passed.add(condition.message());
                return true;
            }
            failed.add(condition.message());
        }
        return false;
    }

    private boolean findAll(
            List<CompiledCondition> list, Tested each, QueryScope scope, Messages passed, Messages failed) {
        for (int i = 0; i < list.size(); i++) {
            CompiledCondition condition = list.get(i);
            if (!each.holds(condition, scope, plainList ? "" : "all", i)) {
                failed.add(condition.message());
                return false;
            }
            passed.add(condition.message());
        }
        return true;
    }

    /**
     * Says whether the conditions of a policy exception or a cleanup policy hold: {@code all} until one does not, then
     * {@code any} until one does. An {@code any} that is there and empty holds.
     *
     * <p>Kyverno: pkg/utils/conditions/condition.go
     *
     * @param scope what variables are asked of
     * @return whether they hold
     * @throws ConditionException if a condition has no answer
     */
    public boolean allThenAny(QueryScope scope) {
        return unmet(scope) == null;
    }

    /**
     * Says which of the conditions of a policy exception or a cleanup policy does not hold, as {@link #allThenAny} has it.
     *
     * @param scope what variables are asked of
     * @return the first condition that does not hold, or null where they hold
     * @throws ConditionException if a condition has no answer
     */
    public @Nullable UnmetCondition unmet(QueryScope scope) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).holds(scope)) {
                return new UnmetCondition(i);
            }
        }
        boolean anyHolds = any == null || any.isEmpty() || anyHolds(any, scope, Messages.NONE, Messages.NONE);
        return anyHolds ? null : UnmetCondition.ANY;
    }

    private ConditionOutcome anyAndAll(QueryScope scope) {
        Messages passed = silent ? Messages.NONE : new Messages(SEPARATOR);
        Messages failed = silent ? Messages.NONE : new Messages(SEPARATOR);
        boolean anyHolds = any == null || anyHolds(any, scope, passed, failed);
        boolean holds = allHold(all, scope, passed, failed) && anyHolds;
        return ConditionOutcome.of(holds, (holds ? passed : failed).text());
    }

    /** Of conditions that are joined in the old form, the one that does not hold speaks alone. */
    private ConditionOutcome list(QueryScope scope) {
        Messages passed = silent ? Messages.NONE : new Messages(LIST_SEPARATOR);
        Messages failed = silent ? Messages.NONE : new Messages(LIST_SEPARATOR);
        boolean holds = allHold(all, scope, passed, failed);
        return ConditionOutcome.of(holds, (holds ? passed : failed).text());
    }

    private Tested unnoted() {
        return sharesKeys ? new KeysOnce() : UNNOTED;
    }

    private boolean anyHolds(List<CompiledCondition> conditions, QueryScope scope, Messages passed, Messages failed) {
        return findAny(conditions, unnoted(), scope, passed, failed);
    }

    private boolean allHold(List<CompiledCondition> conditions, QueryScope scope, Messages passed, Messages failed) {
        return findAll(conditions, unnoted(), scope, passed, failed);
    }
}
