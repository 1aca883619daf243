package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryScope;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.SearchContext;
import io.ephor.values.NumberView;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import org.jspecify.annotations.Nullable;

/** Conditions that are written in YAML, for tests. */
final class Conditions {
    private static final QueryCompiler QUERIES =
            new QueryCompiler(JmesPath.builder().build());

    private Conditions() {}

    static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    /** Compiles conditions; their numbers out of queries are float64. */
    static CompiledConditions compile(JsonNode written) {
        return compile(written, NumberView.FLOAT64);
    }

    static CompiledConditions compile(JsonNode written, NumberView queried) {
        return new ConditionCompiler(QUERIES, new NoFaults(), queried).compile(written, "");
    }

    /** Compiles the conditions of a field that may be left out, of an object that stands at {@code /at}. */
    static @Nullable CompiledConditions compileStated(String owner, String field) {
        return new ConditionCompiler(QUERIES, new NoFaults()).compileStated(yaml(owner), field, "/at");
    }

    static ConditionOutcome evaluate(String written, String document) {
        return compile(yaml(written)).evaluate(scope(yaml(document)));
    }

    /** Says whether one condition holds whose key and value are written in it. */
    static boolean holds(String key, String operator, String value) {
        return holds(yaml(key), operator, yaml(value));
    }

    static boolean holds(JsonNode key, String operator, JsonNode value) {
        return compile(all(key, operator, value)).evaluate(scope(NOTHING)).passed();
    }

    /** Says whether one condition holds whose key and value are asked of a document. */
    static boolean holdsAsked(JsonNode key, String operator, JsonNode value, NumberView queried) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("k", key);
        document.set("v", value);
        JsonNode written = all(TextNode.valueOf("{{ k }}"), operator, TextNode.valueOf("{{ v }}"));
        return compile(written, queried).evaluate(scope(document)).passed();
    }

    static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    static JsonNode all(JsonNode key, String operator, JsonNode value) {
        ObjectNode conditions = JsonNodeFactory.instance.objectNode();
        ObjectNode condition = conditions.putArray("all").addObject();
        condition.set("key", key);
        condition.put("operator", operator);
        condition.set("value", value);
        return conditions;
    }

    static QueryScope scope(JsonNode document) {
        return new DocumentScope(document);
    }

    private record DocumentScope(JsonNode document) implements QueryScope {
        @Override
        public JsonNode query(Query query) {
            return query.search(document, SearchContext.empty());
        }

        @Override
        public JsonNode query(String text) {
            return query(QUERIES.compileDynamic(text));
        }

        @Override
        public boolean deletion() {
            return false;
        }
    }

    private static final class NoFaults implements FaultCollector {
        @Override
        public void report(Fault fault) {
            throw new AssertionError(fault);
        }

        @Override
        public SourceRange locate(String pointer) {
            throw new AssertionError(pointer);
        }
    }
}
