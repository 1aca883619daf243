package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.context.ContextCompiler;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.variables.LoopList;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.RuleTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles the {@code generate} block of a rule. Used by one thread, during one load.
 *
 * <p>Kyverno: pkg/background/generate/generator.go
 */
public final class GenerateCompiler {
    private static final List<String> PATTERN =
            List.of("apiVersion", "kind", "namespace", "name", "data", "clone", "cloneList");

    private final QueryCompiler queries;
    private final DocumentFaults document;

    /**
     * Makes a compiler.
     *
     * @param queries compiles the expressions
     * @param document takes the faults
     */
    public GenerateCompiler(QueryCompiler queries, DocumentFaults document) {
        this.queries = queries;
        this.document = document;
    }

    /**
     * Compiles a block.
     *
     * @param rule the name of the rule
     * @param generate the block, of the shape that the reader checked
     * @param pointer the JSON pointer of the block
     * @return the body
     */
    public GenerateBody compile(String rule, JsonNode generate, String pointer) {
        JsonNode foreach = generate.path("foreach");
        if (foreach.isMissingNode() || foreach.isNull()) {
            return pattern(generate, pointer);
        }
        List<GenerateLoop> loops = new ArrayList<>();
        for (int i = 0; i < foreach.size(); i++) {
            loops.add(loop(foreach.get(i), pointer + "/foreach/" + i));
        }
        return new ForeachGeneration(rule, List.copyOf(loops));
    }

    private GenerateLoop loop(JsonNode loop, String pointer) {
        return new GenerateLoop(
                LoopList.compile(loop, pointer, queries, document),
                new ContextCompiler(queries, document).compile(loop.path("context"), pointer + "/context"),
                new ConditionCompiler(queries, document).compileStated(loop, "preconditions", pointer),
                pattern(loop, pointer));
    }

    private PatternGeneration pattern(JsonNode block, String pointer) {
        ObjectNode pattern = JsonNodeFactory.instance.objectNode();
        for (String field : PATTERN) {
            if (block.hasNonNull(field)) {
                pattern.set(field, block.get(field));
            }
        }
        RuleTemplate template = RuleTemplate.compile(pattern, queries);
        template.reportFaults(pointer, document);
        return new PatternGeneration(template);
    }
}
