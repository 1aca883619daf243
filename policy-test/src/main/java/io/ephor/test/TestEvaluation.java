package io.ephor.test;

import io.ephor.EvaluationResult;
import io.ephor.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policies of a test said about one resource. Immutable.
 *
 * @param resource the resource
 * @param operation the operation of a result entry that asked for it, or null for the operation of the test
 * @param results the results of the policies in order; one for each phase in which a policy has rules that answered
 */
public record TestEvaluation(ResourceKey resource, @Nullable Operation operation, List<EvaluationResult> results) {
    /**
     * Copies the list.
     *
     * @param resource the resource
     * @param operation the operation of a result entry that asked for it, or null for the operation of the test
     * @param results the results of the policies in order; one for each phase in which a policy has rules that answered
     */
    public TestEvaluation {
        results = List.copyOf(results);
    }
}
