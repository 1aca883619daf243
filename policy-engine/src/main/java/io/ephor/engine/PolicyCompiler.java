package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.match.KindSet;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.engine.validate.ValidateCompiler;
import io.ephor.spi.RuleBodyCompiler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles policies: every rule as written, and for each kind of pod controller the rules that autogen derives for it.
 * Immutable and thread-safe.
 */
final class PolicyCompiler {
    private final List<RuleBodyCompiler> extensions;

    PolicyCompiler(List<RuleBodyCompiler> extensions) {
        this.extensions = List.copyOf(extensions);
    }

    /** Compiles a policy; null if faults were reported. */
    @Nullable
    CompiledPolicy compile(PolicyDefinition policy, DocumentFaults document) {
        JsonNode matchConditions = policy.spec().path("webhookConfiguration").path("matchConditions");
        if (!matchConditions.isEmpty()) {
            document.report(Fault.unsupported("matchConditions", "/spec/webhookConfiguration/matchConditions")
                    .withKeyAsPlace());
        }
        RuleCompiler compiler = new RuleCompiler(policy, new ValidateCompiler(extensions, document), document);
        // By identity: rules as written are the same objects in every list, and comparing rules would compare trees.
        IdentityHashMap<RuleDefinition, CompiledRule> compiled = new IdentityHashMap<>();
        List<CompiledRule> rules = compile(policy.rules(), compiler, compiled);
        if (document.hasErrors()) {
            return null;
        }
        Map<String, List<CompiledRule>> byControllerKind = new HashMap<>();
        List<KindSet> kinds = new ArrayList<>();
        rules.forEach(rule -> kinds.add(rule.match().kinds()));
        Autogen autogen = Autogen.of(policy);
        for (String kind : autogen.kinds()) {
            List<RuleDefinition> definitions = autogen.rules(kind);
            if (definitions == policy.rules()) {
                continue;
            }
            List<CompiledRule> derived = compile(definitions, compiler, compiled);
            derived.forEach(rule -> kinds.add(rule.match().kinds()));
            byControllerKind.put(kind, derived);
        }
        if (document.hasErrors()) {
            return null;
        }
        KindSet all = KindSet.union(kinds);
        return new CompiledPolicy(
                policy,
                rules,
                byControllerKind,
                all.open() ? Set.of() : all.kinds(),
                document.warnings(),
                document.locate(""));
    }

    private static List<CompiledRule> compile(
            List<RuleDefinition> definitions,
            RuleCompiler compiler,
            IdentityHashMap<RuleDefinition, CompiledRule> compiled) {
        List<CompiledRule> rules = new ArrayList<>();
        for (RuleDefinition definition : definitions) {
            CompiledRule rule = compiled.get(definition);
            if (rule == null) {
                rule = compiler.compile(definition);
                if (rule == null) {
                    continue;
                }
                compiled.put(definition, rule);
            }
            rules.add(rule);
        }
        return rules;
    }
}
