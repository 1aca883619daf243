package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Loads policies and evaluates them. Implementations are immutable and thread-safe: one engine serves a process.
 *
 * <p>Evaluation is pure: the same arguments give the same answer, no argument is written to, and nothing is read from
 * the clock, the network, the file system or the environment.
 */
public interface PolicyEngine {
    /**
     * Loads the one policy of a text, YAML or JSON.
     *
     * @param name the name of the text in diagnostics, usually a file name
     * @param text the text of the policy
     * @return the compiled policy
     * @throws InvalidPolicyException if the text does not hold exactly one policy, or a policy with faults
     */
    Policy load(String name, String text);

    /**
     * Loads every policy, policy exception and cleanup policy of a text with any number of documents. A document that is
     * refused does not lose the others: it is reported in {@link LoadResult#diagnostics()}.
     *
     * @param name the name of the text in diagnostics, usually a file name
     * @param text the text with any number of documents
     * @return what could be loaded and everything that was found
     */
    LoadResult loadAll(String name, String text);

    /**
     * Loads the one policy of a text in UTF-8; otherwise as {@link #load(String, String)}.
     *
     * @param name the name of the text in diagnostics, usually a file name
     * @param utf8 the text in UTF-8
     * @return the compiled policy
     */
    default Policy load(String name, byte[] utf8) {
        return load(name, new String(utf8, StandardCharsets.UTF_8));
    }

    /**
     * Loads the one policy of a file in UTF-8; otherwise as {@link #load(String, String)}.
     *
     * @param file the file; its path is the name in diagnostics
     * @return the compiled policy
     * @throws IOException if the file cannot be read
     */
    default Policy load(Path file) throws IOException {
        return load(file.toString(), Files.readAllBytes(file));
    }

    /**
     * {@return a set of policies without exceptions, indexed by the kinds that they match}
     *
     * @param policies the policies, in the order in which they are to be evaluated
     * @throws IllegalArgumentException if a policy does not come from an engine or an extension
     */
    default PolicySet set(Collection<? extends Policy> policies) {
        return set(policies, List.of());
    }

    /**
     * {@return a set of policies and of the exceptions from them, indexed by the kinds that the policies match}
     *
     * @param policies the policies, in the order in which they are to be evaluated
     * @param exceptions the exceptions; those given in a context come after them
     * @throws IllegalArgumentException if a policy or an exception does not come from an engine or an extension
     */
    PolicySet set(Collection<? extends Policy> policies, Collection<? extends PolicyException> exceptions);

    /**
     * {@return a set of the policies and exceptions that were loaded}
     *
     * @param loaded what was loaded; documents that were refused are missing in the set
     */
    default PolicySet set(LoadResult loaded) {
        return set(loaded.policies(), loaded.exceptions());
    }

    /**
     * Evaluates a policy on a resource.
     *
     * @param policy the policy
     * @param resource the resource; never written to. On DELETE it is the resource that goes away
     * @param context everything that the evaluation knows beside the resource
     * @return what was said about the resource
     * @throws IllegalArgumentException if the policy does not come from an engine or an extension
     */
    EvaluationResult evaluate(Policy policy, JsonNode resource, EvaluationContext context);

    /**
     * Evaluates a policy on a bare resource, as {@link EvaluationContext#empty()} describes it.
     *
     * @param policy the policy
     * @param resource the resource; never written to
     * @return what was said about the resource
     */
    default EvaluationResult evaluate(Policy policy, JsonNode resource) {
        return evaluate(policy, resource, EvaluationContext.empty());
    }

    /**
     * Evaluates a policy on a resource and says why the answer is what it is. The answer is that of
     * {@link #evaluate(Policy, JsonNode, EvaluationContext)}; it takes longer, and is meant for people and tools that ask
     * for the reason. By default there are no steps.
     *
     * @param policy the policy
     * @param resource the resource; never written to. On DELETE it is the resource that goes away
     * @param context everything that the evaluation knows beside the resource
     * @return what was said about the resource, and the steps that led to it
     * @throws IllegalArgumentException if the policy does not come from an engine or an extension
     */
    default Explanation explain(Policy policy, JsonNode resource, EvaluationContext context) {
        return Explanation.of(evaluate(policy, resource, context));
    }

    /**
     * Explains the answer of a policy on a bare resource, as {@link EvaluationContext#empty()} describes it.
     *
     * @param policy the policy
     * @param resource the resource; never written to
     * @return what was said about the resource, and the steps that led to it
     */
    default Explanation explain(Policy policy, JsonNode resource) {
        return explain(policy, resource, EvaluationContext.empty());
    }

    /**
     * Evaluates the policies of a set on a resource: each phase in order, on what the policy before left.
     *
     * @param policies the set
     * @param resource the resource; never written to
     * @param context everything that the evaluation knows beside the resource
     * @return what was said about the resource
     */
    SetResult evaluate(PolicySet policies, JsonNode resource, EvaluationContext context);

    /**
     * Evaluates the policies of a set on a bare resource, as {@link EvaluationContext#empty()} describes it.
     *
     * @param policies the set
     * @param resource the resource; never written to
     * @return what was said about the resource
     */
    default SetResult evaluate(PolicySet policies, JsonNode resource) {
        return evaluate(policies, resource, EvaluationContext.empty());
    }

    /**
     * Says whether a resource would be deleted if a cleanup policy ran now. The schedule of the policy is not asked:
     * {@link CleanupPolicy#nextExecution} says when it runs. Conditions see the resource as {@code target}; of the context
     * they see the clock, the variables and the lookups, since nobody makes a request.
     *
     * @param policy the cleanup policy
     * @param resource the resource; never written to
     * @param context everything that the evaluation knows beside the resource
     * @return whether the resource goes, and why
     * @throws IllegalArgumentException if the policy does not come from an engine
     */
    CleanupDecision shouldDelete(CleanupPolicy policy, JsonNode resource, EvaluationContext context);

    /**
     * Says whether a resource would be deleted now because of its label {@code cleanup.kyverno.io/ttl}.
     *
     * <p>Kyverno: pkg/controllers/ttl/controller.go
     *
     * @param resource the resource; never written to
     * @param context the context, of which only the clock is asked
     * @return whether the resource goes, and why
     */
    CleanupDecision expiry(JsonNode resource, EvaluationContext context);
}
