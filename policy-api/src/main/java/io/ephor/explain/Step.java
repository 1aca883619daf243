package io.ephor.explain;

import io.ephor.values.SourceRange;

/**
 * One step on the way of a rule to its verdict. Immutable, as long as nobody writes to the values in it.
 *
 * <p>Values are the nodes that the evaluation saw, not copies of them. Pointers are JSON pointers (RFC 6901).
 */
public sealed interface Step
        permits MatchStep,
                EntryStep,
                QueryStep,
                ConditionStep,
                ExceptionStep,
                PatternStep,
                PodSecurityStep,
                SignatureStep,
                LoopStep,
                ElementStep,
                OldResourceStep,
                PatchStep,
                NoteStep {
    /** {@return the place in the policy that the step is about; of the rule where there is no closer one} */
    SourceRange source();
}
