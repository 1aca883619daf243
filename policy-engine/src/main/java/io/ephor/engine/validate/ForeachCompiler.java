package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.engine.conditions.ConditionCompiler;
import io.ephor.engine.context.ContextCompiler;
import io.ephor.engine.rule.Preconditions;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.variables.LoopList;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code validate.foreach}. Used by one thread, during one load. */
final class ForeachCompiler {
    private final Checks checks;
    private final QueryCompiler queries;
    private final DocumentFaults document;

    /** Compiles what is asked of an element. */
    interface Checks {
        /** Returns the body of a block with {@code deny}, {@code pattern} or {@code anyPattern}, or null for a fault. */
        @Nullable
        ValidateBody compile(JsonNode block, String pointer);
    }

    ForeachCompiler(Checks checks, QueryCompiler queries, DocumentFaults document) {
        this.checks = checks;
        this.queries = queries;
        this.document = document;
    }

    @Nullable
    ValidateBody compile(RuleFacts rule, JsonNode loops, String pointer) {
        return compile(rule, loops, pointer, 0);
    }

    private @Nullable ForeachBody compile(RuleFacts rule, JsonNode loops, String pointer, int nesting) {
        List<ForeachLoop> compiled = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            ForeachLoop loop = loop(rule, loops.get(i), pointer + "/" + i, nesting);
            if (loop != null) {
                compiled.add(loop);
            }
        }
        RuleResult passed = RuleResult.builder(
                        rule.name(), RuleType.VALIDATION, RuleStatus.PASS, "rule passed", rule::source)
                .build();
        return compiled.size() < loops.size()
                ? null
                : new ForeachBody(compiled, nesting, document.locate(pointer), passed);
    }

    private @Nullable ForeachLoop loop(RuleFacts rule, JsonNode loop, String pointer, int nesting) {
        ValidateBody body = body(rule, loop, pointer, nesting);
        Query list = LoopList.compile(loop, pointer, queries, document);
        JsonNode scope = loop.path("elementScope");
        return body == null
                ? null
                : ForeachLoop.of(
                        pointer,
                        list,
                        scope.isBoolean() ? scope.booleanValue() : null,
                        new ContextCompiler(queries, document).compile(loop.path("context"), pointer + "/context"),
                        Preconditions.of(
                                new ConditionCompiler(queries, document).compileStated(loop, "preconditions", pointer),
                                document),
                        body);
    }

    private @Nullable ValidateBody body(RuleFacts rule, JsonNode loop, String pointer, int nesting) {
        JsonNode nested = loop.path("foreach");
        boolean stated = loop.hasNonNull("deny") || loop.hasNonNull("pattern") || loop.hasNonNull("anyPattern");
        if (stated) {
            return checks.compile(loop, pointer);
        }
        return nested.isArray() && !nested.isEmpty()
                ? compile(rule, nested, pointer + "/foreach", nesting + 1)
                : new NoBody();
    }
}
