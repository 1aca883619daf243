package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.context.ContextCompiler;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.variables.LoopList;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.RuleTemplate;
import io.ephor.engine.variables.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles the {@code mutate} block of a rule. Used by one thread, during one load.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/mutate_resource.go
 */
public final class MutateCompiler {
    private final QueryCompiler queries;
    private final DocumentFaults document;

    /**
     * Makes a compiler.
     *
     * @param queries compiles the expressions
     * @param document takes the faults
     */
    public MutateCompiler(QueryCompiler queries, DocumentFaults document) {
        this.queries = queries;
        this.document = document;
    }

    /**
     * Compiles a rule.
     *
     * @param rule the whole rule, of the shape that the reader checked
     * @param pointer the JSON pointer of the rule
     * @return the body
     */
    public Mutation compile(JsonNode rule, String pointer) {
        JsonNode mutate = rule.path("mutate");
        if (mutate.hasNonNull("foreach")) {
            return loops(mutate.get("foreach"), pointer + "/mutate/foreach", 0);
        }
        RuleTemplate template = RuleTemplate.compile(rule, queries);
        template.reportFaults("/mutate", pointer, document);
        return new PatchMutation(scope -> template.resolve(scope).path("mutate"), Patch.of(mutate));
    }

    /**
     * Compiles a rule that changes existing resources.
     *
     * @param rule the whole rule, of the shape that the reader checked
     * @param pointer the JSON pointer of the rule
     * @param policyNamespace the namespace of the policy, outside of which it changes nothing; empty for any
     * @return the body
     */
    public TargetMutation compileTargets(JsonNode rule, String pointer, String policyNamespace) {
        List<TargetSpec> specs = new ArrayList<>();
        JsonNode targets = rule.path("mutate").path("targets");
        for (int i = 0; i < targets.size(); i++) {
            specs.add(target(i, targets.get(i), pointer + "/mutate/targets/" + i, policyNamespace));
        }
        return new TargetMutation(List.copyOf(specs), compile(rule, pointer));
    }

    private TargetSpec target(int index, JsonNode target, String pointer, String policyNamespace) {
        ObjectNode selector = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("apiVersion", "kind", "name", "namespace", "selector", "uid")) {
            if (target.hasNonNull(field)) {
                selector.set(field, target.get(field));
            }
        }
        Template template = Template.compile(selector, queries);
        template.reportFaults(pointer, document);
        return new TargetSpec(
                index,
                template,
                policyNamespace,
                new ContextCompiler(queries, document).compile(target.path("context"), pointer + "/context"),
                new ConditionCompiler(queries, document).compileStated(target, "preconditions", pointer));
    }

    private ForeachMutation loops(JsonNode loops, String pointer, int nesting) {
        List<ForeachLoop> compiled = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            compiled.add(loop(loops.get(i), pointer + "/" + i, nesting));
        }
        return new ForeachMutation(List.copyOf(compiled), nesting);
    }

    private ForeachLoop loop(JsonNode loop, String pointer, int nesting) {
        String order = loop.path("order").textValue();
        boolean descending = order == null ? Patch.merges(loop) : order.equals("Descending");
        JsonNode nested = loop.path("foreach");
        return new ForeachLoop(
                LoopList.compile(loop, pointer, queries, document),
                descending,
                new ContextCompiler(queries, document).compile(loop.path("context"), pointer + "/context"),
                new ConditionCompiler(queries, document).compileStated(loop, "preconditions", pointer),
                nested.isEmpty() ? patch(loop, pointer) : loops(nested, pointer + "/foreach", nesting + 1));
    }

    private PatchMutation patch(JsonNode loop, String pointer) {
        ObjectNode block = JsonNodeFactory.instance.objectNode();
        for (String field : List.of(Patch.MERGE, Patch.OPERATIONS)) {
            if (loop.hasNonNull(field)) {
                block.set(field, loop.get(field));
            }
        }
        Template template = Template.compile(block, queries);
        template.reportFaults(pointer, document);
        return new PatchMutation(template::resolve, Patch.of(block));
    }
}
