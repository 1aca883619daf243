package io.ephor.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.RuleResult;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The results of the policies of a set, in order. Most policies let most resources pass, always with the same results of
 * their rules: their result is made when somebody looks at it.
 *
 * <p>Whoever makes the list adds to it; once it is handed to others, nobody may. From then on it is immutable and
 * thread-safe.
 */
public final class PolicyResults extends AbstractList<EvaluationResult> implements RandomAccess {
    private final JsonNode resource;
    // results, and passes that are to become some
    private final Object[] outcomes;
    private int size;

    /**
     * Makes an empty list.
     *
     * @param resource the resource that the policies were evaluated on
     * @param most how many results there may be
     */
    public PolicyResults(JsonNode resource, int most) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.outcomes = new Object[most];
    }

    /**
     * What a policy says of every resource that all of its rules let pass. Immutable and thread-safe.
     *
     * @param policy the policy
     * @param results the results of its rules, all of them with status pass, in order; the array is not copied and must not
     *     be written to afterwards
     */
    public record Passes(Policy policy, RuleResult... results) {
        /**
         * Refuses null.
         *
         * @param policy the policy
         * @param results the results of its rules
         */
        public Passes {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(results, "results");
        }
    }

    /**
     * Adds the result of a policy.
     *
     * @param result the result
     */
    public void addResult(EvaluationResult result) {
        outcomes[size++] = Objects.requireNonNull(result, "result");
    }

    /**
     * Adds the result of a policy that lets the resource pass.
     *
     * @param passes what it says of such resources
     */
    public void addPasses(Passes passes) {
        outcomes[size++] = Objects.requireNonNull(passes, "passes");
    }

    @Override
    public EvaluationResult get(int index) {
        Object outcome = outcomes[Objects.checkIndex(index, size)];
        return outcome instanceof EvaluationResult result ? result : made(index);
    }

    /** Everybody gets the same result. */
    private synchronized EvaluationResult made(int index) {
        if (outcomes[index] instanceof Passes passes) {
            outcomes[index] = EvaluationResult.passed(passes.policy, resource, passes.results);
        }
        return (EvaluationResult) outcomes[index];
    }

    @Override
    public int size() {
        return size;
    }

    /** {@return whether a policy blocks the request} */
    public boolean blocked() {
        for (int i = 0; i < size; i++) {
            if (outcomes[i] instanceof EvaluationResult result && result.blocked()) {
                return true;
            }
        }
        return false;
    }
}
