package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.checks.AdmissionChecks;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.match.KindSet;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.Feature;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.spi.RuleBodyCompiler;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compiles policies: every rule as written at once, what autogen derives when it is needed. Immutable and thread-safe.
 */
final class PolicyCompiler {
    private final List<RuleBodyCompiler> extensions;
    private final QueryCompiler queries;
    private final ContextOptions contextOptions;
    private final Set<String> clusterScopedKinds;

    PolicyCompiler(
            List<RuleBodyCompiler> extensions,
            QueryCompiler queries,
            ContextOptions contextOptions,
            Set<String> clusterScopedKinds) {
        this.extensions = List.copyOf(extensions);
        this.clusterScopedKinds = Set.copyOf(clusterScopedKinds);
        this.queries = queries;
        this.contextOptions = contextOptions;
    }

    /** Compiles a policy; null if faults were reported. */
    @Nullable
    CompiledPolicy compile(PolicyDefinition policy, DocumentFaults document) {
        JsonNode matchConditions = policy.spec().path("webhookConfiguration").path("matchConditions");
        if (!matchConditions.isEmpty() && Feature.refuses("matchConditions")) {
            document.report(Fault.unsupported("matchConditions", "/spec/webhookConfiguration/matchConditions")
                    .withKeyAsPlace());
        }
        boolean wellFormed = !document.hasErrors();
        new AdmissionChecks(queries, document, clusterScopedKinds).check(policy);
        if (!wellFormed) {
            return null;
        }
        RuleCompiler compiler = new RuleCompiler(policy, extensions, queries, document);
        IdentityHashMap<RuleDefinition, CompiledRule> rules =
                new IdentityHashMap<>(policy.rules().size());
        IdentityHashMap<RuleDefinition, MutateRule> mutations = new IdentityHashMap<>(0);
        List<CompiledGeneration> generations = new ArrayList<>();
        List<CompiledRule> inOrder = new ArrayList<>();
        Set<String> kinds = new LinkedHashSet<>();
        boolean everyKind = false;
        for (RuleDefinition definition : policy.rules()) {
            RuleFrame frame = null;
            if (RuleBodies.isMutate(definition.node())) {
                MutateRule mutation = compiler.compileMutation(definition);
                if (mutation != null) {
                    mutations.put(definition, mutation);
                    frame = mutation.frame();
                }
            } else if (RuleBodies.isGenerate(definition.node())) {
                CompiledGeneration generation = compiler.compileGeneration(definition);
                if (generation != null) {
                    generations.add(generation);
                    frame = generation.frame();
                }
            } else {
                CompiledRule rule = compiler.compile(definition);
                if (rule != null) {
                    rules.put(definition, rule);
                    inOrder.add(rule);
                    frame = rule.frame();
                }
            }
            if (frame != null) {
                KindSet matched = frame.match().kinds();
                kinds.addAll(matched.kinds());
                everyKind |= matched.open();
            }
        }
        if (document.hasErrors()) {
            return null;
        }
        boolean firstAppliedOnly = "One".equals(policy.spec().path("applyRules").textValue());
        PolicyScope.Factory scopes = new PolicyScope.Factory(policy.namespace(), queries, contextOptions);
        Autogen autogen = Autogen.of(policy);
        Supplier<RuleCompiler> derivations = () -> new RuleCompiler(policy, extensions, queries, document.fresh());
        ControllerPlans plans = new ControllerPlans(
                autogen,
                rules,
                new RulePlan(inOrder, scopes, firstAppliedOnly),
                derived -> derivations.get().compileDerived(derived));
        MutationPlan mutation = mutations.isEmpty()
                ? null
                : new MutationPlan(
                        autogen,
                        mutations,
                        derived -> derivations.get().compileDerivedMutation(derived),
                        scopes,
                        firstAppliedOnly);
        GenerationPlan generation =
                generations.isEmpty() ? null : new GenerationPlan(List.copyOf(generations), scopes, firstAppliedOnly);
        kinds.addAll(plans.kinds());
        return new CompiledPolicy(
                policy, mutation, plans, generation, everyKind ? Set.of() : kinds, document.warnings(), document);
    }
}
