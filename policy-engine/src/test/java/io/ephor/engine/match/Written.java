package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;

/** Makes what the tests of matching need from YAML in flow style. */
final class Written {
    private Written() {}

    static JsonNode json(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    /** Compiles a rule {@code r} of a policy of the cluster. */
    static CompiledMatch rule(String text) {
        return rule(text, "");
    }

    static CompiledMatch rule(String text, String policyNamespace) {
        return rule(json(text), policyNamespace);
    }

    static CompiledMatch rule(JsonNode node, String policyNamespace) {
        Faults faults = new Faults();
        CompiledMatch compiled = new MatchCompiler(faults).compile("r", node, "/spec/rules/0", policyNamespace);
        if (!faults.reported.isEmpty()) {
            throw new IllegalArgumentException(faults.reported.toString());
        }
        return compiled;
    }

    static CompiledStatement statement(String text, FilterUse use) {
        return CompiledStatement.compile(new MatchReader(new Faults()).block(json(text), ""), use);
    }

    static CompiledSelector selector(String text) {
        LabelSelector selector = new MatchReader(new Faults()).selector(json(text), "");
        if (selector == null) {
            throw new IllegalArgumentException(text);
        }
        return CompiledSelector.compile(selector);
    }

    static MatchRequest request(String object) {
        return request(object, EvaluationContext.empty());
    }

    static MatchRequest request(String object, EvaluationContext context) {
        return MatchRequest.of(json(object), context);
    }

    /** Keeps faults. */
    static final class Faults implements FaultCollector {
        final List<Fault> reported = new ArrayList<>();

        @Override
        public void report(Fault fault) {
            reported.add(fault);
        }

        @Override
        public SourceRange locate(String pointer) {
            throw new AssertionError("faults of a match are kept with their pointers, nobody asks for a place");
        }
    }
}
