package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Operation;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What conditions ask several times is asked once, where the answer must be the same. */
class AskedOnceTest {
    private static final String NOT_ON_DELETE =
            "{all: [{key: \"{{ request.operation || 'BACKGROUND' }}\", operator: NotEquals, value: DELETE}]}";

    @ParameterizedTest
    @EnumSource(Operation.class)
    void answersByTheOperation(Operation operation) {
        CompiledConditions conditions = Conditions.compile(Conditions.yaml(NOT_ON_DELETE));
        conditions.evaluate(new Counted(Operation.CREATE));
        conditions.evaluate(new Counted(Operation.DELETE));
        Counted scope = new Counted(operation);

        boolean passed = conditions.evaluate(scope).passed();

        assertThat(passed).isEqualTo(operation != Operation.DELETE);
        assertThat(conditions.evaluate(scope).passed()).isEqualTo(passed);
        assertThat(scope.asked).hasSizeLessThan(2);
    }

    @Test
    void asksWhereTheOperationIsNotAllThereIs() {
        CompiledConditions conditions = Conditions.compile(Conditions.yaml(NOT_ON_DELETE));
        conditions.evaluate(new Counted(Operation.CREATE));
        Counted scope = new Counted(null);

        conditions.evaluate(scope);

        assertThat(scope.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{all: [{key: '{{ request.object.kind }}', operator: NotEquals, value: a}]}",
                "{all: [{key: \"{{ request.operation == 'CREATE' && time_now() }}\", operator: NotEquals, value: a}]}",
                "{all: [{key: a, operator: NotEquals, value: '{{ to_upper(request.operation) }}'}]}",
                "{all: [{key: '{{ request.operation }}', operator: NotEquals, value: '{{ request.object.kind }}'}]}",
                "{all: [{key: '{{ request.operation }}{{ element }}', operator: NotEquals, value: a}]}",
                "{any: [{key: '{{ a }}', operator: NotEquals, value: a}],"
                        + " all: [{key: '{{ request.operation }}', operator: NotEquals, value: a}]}",
            })
    void asksAnewWhereSomethingElseMatters(String written) {
        CompiledConditions conditions = Conditions.compile(Conditions.yaml(written));
        Counted scope = new Counted(Operation.CREATE);
        conditions.evaluate(scope);
        int first = scope.asked.size();

        conditions.evaluate(scope);

        assertThat(first).isPositive();
        assertThat(scope.asked).hasSize(2 * first);
    }

    @Test
    void asksForTheSameKeyOfSeveralConditionsOnce() {
        Counted scope = new Counted(null);
        String key = "{key: '{{ a.b }}', operator: NotEquals, value: ";

        assertThat(outcome("{all: [" + key + "x}, " + key + "'{{ c }}x'}, " + key + "z}]}", scope))
                .isTrue();

        assertThat(scope.asked).containsExactly("a.b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ random('[a-z]{8}') }}", "{{ time_now() }}", "{{ a }}-{{ length(b) }}"})
    void asksForEachKeyWhereAFunctionAnswers(String key) {
        Counted scope = new Counted(null);
        String condition = "{key: \"" + key + "\", operator: NotEquals, value: x}";
        outcome("{all: [" + condition + "]}", scope);
        int once = scope.asked.size();

        outcome("{all: [" + condition + ", " + condition + "]}", scope);

        assertThat(scope.asked).hasSize(3 * once);
    }

    private static boolean outcome(String conditions, QueryScope scope) {
        return Conditions.compile(Conditions.yaml(conditions)).evaluate(scope).passed();
    }

    /** Answers every query with the operation, or with a text, and remembers what was asked. */
    private static final class Counted implements QueryScope {
        private final @Nullable Operation operation;
        private final List<String> asked = new ArrayList<>();

        Counted(@Nullable Operation operation) {
            this.operation = operation;
        }

        @Override
        public JsonNode query(Query query) {
            return query(query.text());
        }

        @Override
        public JsonNode query(String text) {
            asked.add(text);
            return Conditions.yaml(operation == null ? "text" : operation.name());
        }

        @Override
        public @Nullable Operation operation() {
            return operation;
        }

        @Override
        public boolean deletion() {
            return operation == Operation.DELETE;
        }
    }
}
