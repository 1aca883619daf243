package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.PatchOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one policy said about one resource. Immutable and thread-safe.
 *
 * <p>A rule that did not match the resource has no result, so {@link #rules()} may be empty: then the policy does not
 * concern the resource.
 */
public final class EvaluationResult {
    private final Policy policy;
    private final JsonNode resource;
    private final RuleResult[] rules;
    private final boolean blocked;
    private final Effects effects;

    // INVARIANT: nobody writes to the array after this; rules() shows it without a copy.
    private EvaluationResult(Policy policy, JsonNode resource, RuleResult[] rules, boolean blocked, Effects effects) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.resource = Objects.requireNonNull(resource, "resource");
        this.rules = rules;
        this.blocked = blocked;
        this.effects = effects;
    }

    /**
     * {@return the result of a policy that changed nothing}
     *
     * @param policy the policy that was evaluated
     * @param resource the resource as it was given
     * @param errorsBlock whether a rule with status error blocks the request, which is so where the policy's
     *     {@code failurePolicy} is {@code Fail}
     * @param rules the results of the rules that matched, in order; the array is not copied and must not be written to
     *     afterwards
     */
    public static EvaluationResult of(Policy policy, JsonNode resource, boolean errorsBlock, RuleResult... rules) {
        boolean blocked = false;
        for (RuleResult rule : rules) {
            blocked |=
                    rule.failureAction() == FailureAction.ENFORCE || (errorsBlock && rule.status() == RuleStatus.ERROR);
        }
        return new EvaluationResult(policy, resource, rules, blocked, Effects.NONE);
    }

    /**
     * {@return the result of a policy that changed nothing, and whose rules let the resource pass}
     *
     * @param policy the policy that was evaluated
     * @param resource the resource as it was given
     * @param passes the results of the rules, all of them with status pass, in order; the array is not copied and must not
     *     be written to afterwards
     */
    public static EvaluationResult passed(Policy policy, JsonNode resource, RuleResult... passes) {
        return new EvaluationResult(policy, resource, passes, false, Effects.NONE);
    }

    /**
     * {@return this result with what the policy changed}
     *
     * @param patchedResource the resource after mutation, sharing untouched nodes with the one that was given
     * @param patch computes the operations that lead from the given resource to the patched one; asked when somebody
     *     wants them, always with the same answer
     */
    public EvaluationResult withChanges(JsonNode patchedResource, Supplier<List<PatchOperation>> patch) {
        Changes made = new Changes(patchedResource, patch);
        return with(new Effects(made, effects.targets, effects.generations));
    }

    /**
     * {@return this result with the existing resources that the policy changed}
     *
     * @param patched the targets, in the order in which they were changed
     */
    public EvaluationResult withTargets(List<PatchedTarget> patched) {
        return with(new Effects(effects.changes, List.copyOf(patched), effects.generations));
    }

    /**
     * {@return this result with what generate rules want}
     *
     * @param wanted one for each generate rule with status pass or fail, in order
     */
    public EvaluationResult withGenerations(List<Generation> wanted) {
        return with(new Effects(effects.changes, effects.targets, List.copyOf(wanted)));
    }

    /**
     * {@return what the policy said in the phase of this result, and then in a later phase about what came out of this one}
     *
     * @param later the result of the later phase
     */
    public EvaluationResult followedBy(EvaluationResult later) {
        RuleResult[] all = Arrays.copyOf(rules, rules.length + later.rules.length);
        System.arraycopy(later.rules, 0, all, rules.length, later.rules.length);
        Effects both = new Effects(
                effects.changes,
                joined(effects.targets, later.effects.targets),
                joined(effects.generations, later.effects.generations));
        return new EvaluationResult(policy, resource, all, blocked || later.blocked, both);
    }

    private EvaluationResult with(Effects made) {
        return new EvaluationResult(policy, resource, rules, blocked, made);
    }

    private static <T> List<T> joined(List<T> earlier, List<T> later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return earlier.isEmpty() ? later : earlier;
        }
        List<T> both = new ArrayList<>(earlier);
        both.addAll(later);
        return List.copyOf(both);
    }

    /** {@return the policy that was evaluated} */
    public Policy policy() {
        return policy;
    }

    /** {@return the resource as it was given} */
    public JsonNode resource() {
        return resource;
    }

    /** {@return the resource after mutation: the same node when nothing changed} */
    public JsonNode patchedResource() {
        return effects.changes == null ? resource : effects.changes.patchedResource;
    }

    /** {@return what mutation changed, as operations on the given resource; empty when nothing changed} */
    public List<PatchOperation> patch() {
        return effects.changes == null ? List.of() : effects.changes.patch();
    }

    /** {@return what each generate rule wants that has status pass or fail, in order} */
    public List<Generation> generations() {
        return effects.generations;
    }

    /** {@return the resources that generate rules want to be created or updated, in order} */
    public List<GeneratedResource> generated() {
        List<GeneratedResource> generated = new ArrayList<>();
        for (Generation generation : effects.generations) {
            generated.addAll(generation.resources());
        }
        return Collections.unmodifiableList(generated);
    }

    /**
     * {@return the existing resources that rules with {@code targets} changed, in order; one that two rules changed is there
     * twice, each time as that rule left it}
     */
    public List<PatchedTarget> targets() {
        return effects.targets;
    }

    /**
     * {@return the results of the rules that matched, in the order of the policy} A rule with {@code targets} has one result
     * per target.
     */
    public List<RuleResult> rules() {
        return new FixedList<>(rules);
    }

    /** {@return the results with status fail or error, in the order of the policy} */
    public List<RuleResult> failures() {
        List<RuleResult> failures = new ArrayList<>();
        for (RuleResult rule : rules) {
            if (rule.status() == RuleStatus.FAIL || rule.status() == RuleStatus.ERROR) {
                failures.add(rule);
            }
        }
        return List.copyOf(failures);
    }

    /**
     * {@return whether the request must be refused: a rule failed whose action is Enforce, or a rule ended in error and the
     * policy's failure policy is Fail}
     */
    public boolean blocked() {
        return blocked;
    }

    @Override
    public String toString() {
        return policy.name() + (blocked ? " (blocked): " : ": ") + rules();
    }

    /** What the policy did, which most policies do not. */
    private record Effects(@Nullable Changes changes, List<PatchedTarget> targets, List<Generation> generations) {
        private static final Effects NONE = new Effects(null, List.of(), List.of());
    }

    private static final class Changes {
        private final JsonNode patchedResource;
        private final Supplier<List<PatchOperation>> source;

        // Written by whichever thread asks first; every thread would compute the same.
        private volatile @Nullable List<PatchOperation> patch;

        private Changes(JsonNode patchedResource, Supplier<List<PatchOperation>> source) {
            this.patchedResource = Objects.requireNonNull(patchedResource, "patchedResource");
            this.source = Objects.requireNonNull(source, "patch");
        }

        private List<PatchOperation> patch() {
            List<PatchOperation> known = patch;
            if (known == null) {
                known = List.copyOf(source.get());
                patch = known;
            }
            return known;
        }
    }
}
