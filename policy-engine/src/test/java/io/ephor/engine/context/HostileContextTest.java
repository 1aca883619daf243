package io.ephor.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.EvaluationContext;
import io.ephor.engine.variables.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileContextTest {
    @Test
    void endsACircleOfEntries() {
        RuleScope scope = GivenContext.scope("""
                - {name: a, variable: {value: '{{ b }}'}}
                - {name: b, variable: {value: '{{ a }}'}}
                """);

        assertThatThrownBy(() -> scope.query("a")).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> scope.query("b")).isInstanceOf(QueryException.class);
    }

    @Test
    @Timeout(60)
    void endsALongChainOfEntriesInAnError() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        entry(entries, 0, "start");
        for (int i = 1; i < 10_000; i++) {
            entry(entries, i, "{{ e" + (i - 1) + " }}");
        }
        RuleScope scope = GivenContext.scope(GivenContext.compile(entries), EvaluationContext.empty());

        assertThat(scope.query("e50").textValue()).isEqualTo("start");
        assertThatThrownBy(() -> scope.query("e9999"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("nested deeper than 100");
    }

    @Test
    @Timeout(60)
    void loadsTenThousandEntriesThatOneQueryMentions() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 10_000; i++) {
            entries.addObject().put("name", "x").putObject("variable").put("value", i);
        }
        RuleScope scope = GivenContext.scope(GivenContext.compile(entries), EvaluationContext.empty());

        assertThat(scope.query("x").intValue()).isEqualTo(9_999);
    }

    @Test
    @Timeout(60)
    void stopsEntriesThatDoubleTheDocument() {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        entry(entries, 0, "start");
        for (int i = 1; i < 60; i++) {
            entries.addObject()
                    .put("name", "e" + i)
                    .putObject("variable")
                    .put("jmesPath", "[e" + (i - 1) + ", e" + (i - 1) + "]");
        }
        RuleScope scope = GivenContext.scope(GivenContext.compile(entries), EvaluationContext.empty());

        assertThatThrownBy(() -> scope.query("e59"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("context size limit exceeded");
    }

    @Test
    @Timeout(60)
    void servesManyThreadsWithOneCompiledContext() throws Exception {
        CompiledContext entries = GivenContext.compile("""
                - {name: a, variable: {jmesPath: request.object.metadata.name}}
                - {name: b, variable: {value: '{{ a }}-{{ request.operation }}'}}
                """);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                answers.add(threads.submit(() -> GivenContext.scope(entries, EvaluationContext.empty())
                        .query("b")
                        .textValue()));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("web-CREATE");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void entry(ArrayNode entries, int number, String value) {
        entries.addObject().put("name", "e" + number).putObject("variable").put("value", value);
    }
}
