package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.jmespath.JmesPath;
import io.ephor.lookup.Lookups;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;

/** Makes scopes of rules for tests. */
final class GivenContext {
    static final JsonNode POD = yaml("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: ns1, labels: {app: shop}}
            spec:
              containers:
              - {name: a, image: nginx:1.25}
              - {name: b, image: ghcr.io/x/y@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}
            """);

    private final QueryCompiler queries = new QueryCompiler(JmesPath.builder().build());

    private GivenContext() {}

    static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    static CompiledContext compile(String entries) {
        return new GivenContext().compiled(yaml(entries));
    }

    static CompiledContext compile(JsonNode entries) {
        return new GivenContext().compiled(entries);
    }

    private CompiledContext compiled(JsonNode entries) {
        List<Fault> faults = new ArrayList<>();
        CompiledContext context = new ContextCompiler(queries, new Faults(faults)).compile(entries, "/context");
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        return context;
    }

    static RuleScope scope(String entries) {
        return scope(entries, Lookups.none());
    }

    static RuleScope scope(String entries, Lookups lookups) {
        return scope(
                compile(entries), EvaluationContext.builder().lookups(lookups).build());
    }

    static RuleScope scope(CompiledContext entries, EvaluationContext context) {
        return evaluation(context, ContextOptions.DEFAULT).enter("rule", "", entries);
    }

    static EvaluationScope evaluation(EvaluationContext context, ContextOptions options) {
        return new EvaluationScope(POD, null, context, new GivenContext().queries, options);
    }

    private record Faults(List<Fault> reported) implements FaultCollector {
        @Override
        public void report(Fault fault) {
            reported.add(fault);
        }

        @Override
        public SourceRange locate(String pointer) {
            return new SourceRange("test.yaml", 1, 1, 1, 1);
        }
    }
}
