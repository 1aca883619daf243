package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.engine.variables.SubstitutionException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledConditionsTest {
    private static final String YES = "{key: a, operator: Equals, value: a, message: yes1}";
    private static final String ALSO = "{key: 1, operator: LessThan, value: 2, message: yes2}";
    private static final String NO = "{key: a, operator: Equals, value: b, message: no1}";
    private static final String NEITHER = "{key: 3, operator: LessThan, value: 2, message: no2}";
    private static final String SILENT = "{key: a, operator: Equals, value: a}";
    private static final String BROKEN = "{key: '{{ nope.x }}', operator: Equals, value: a}";
    private static final String UNKNOWN = "{key: a, operator: Foo, value: a}";
    private static final String NO_OPERATOR = "failed to create handler for condition operator: %!w(<nil>)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{} | true",
                "[] | true",
                "{any: []} | false",
                "{all: []} | true",
                "{any: null} | true",
                "{any: [], all: [{key: a, operator: Equals, value: a}]} | false",
                "{foo: [{key: a, operator: Equals, value: b}]} | true",
            })
    void saysWhatEmptyConditionsCameTo(String written, boolean passed) {
        assertThat(Conditions.evaluate(written, "{}")).isEqualTo(new ConditionOutcome(passed, ""));
    }

    @Test
    void conditionsThatAreLeftOutAreNone() {
        assertThat(Conditions.compileStated("{}", "conditions")).isNull();
        assertThat(Conditions.compileStated("{conditions: null}", "conditions")).isNull();
        assertThat(Conditions.compileStated("[conditions]", "conditions")).isNull();

        for (String stated : List.of("{}", "[]", "{all: [{key: a, operator: Equals, value: a}]}")) {
            CompiledConditions compiled =
                    Objects.requireNonNull(Conditions.compileStated("{conditions: " + stated + "}", "conditions"));
            assertThat(compiled.pointer()).isEqualTo("/at/conditions");
            assertThat(compiled.evaluate(Conditions.scope(Conditions.NOTHING)).passed())
                    .isTrue();
        }
    }

    @Test
    void holdsWhereNothingIsWritten() {
        assertThat(Conditions.compile(NullNode.instance)
                        .evaluate(Conditions.scope(Conditions.NOTHING))
                        .passed())
                .isTrue();
        assertThat(Conditions.compile(MissingNode.getInstance())
                        .evaluate(Conditions.scope(Conditions.NOTHING))
                        .passed())
                .isTrue();
    }

    @Test
    void joinsTheMessagesOfTheConditionsThatDecided() {
        assertOutcome("{any: [%s, %s]}", true, "yes1", NO, YES);
        assertOutcome("{any: [%s, %s]}", false, "no1; no2", NO, NEITHER);
        assertOutcome("{all: [%s, %s, %s]}", true, "yes1; yes2", YES, SILENT, ALSO);
        assertOutcome("{all: [%s, %s, %s]}", false, "no1", YES, NO, NEITHER);
        assertOutcome("{any: [%s], all: [%s]}", true, "yes1; yes2", YES, ALSO);
        assertOutcome("{any: [%s], all: [%s]}", false, "no1; no2", NO, NEITHER);
        assertOutcome("{any: [%s, %s], all: [%s]}", false, "no1; no2", NO, YES, NEITHER);
    }

    @Test
    void joinsTheMessagesOfAPlainListWithoutBlanks() {
        assertOutcome("[%s, %s]", true, "yes1;yes2", YES, ALSO);
        assertOutcome("[%s, %s, %s]", false, "no1", YES, NO, NEITHER);
    }

    @Test
    void leavesVariablesInMessagesAlone() {
        String written = "{all: [{key: a, operator: Equals, value: a, message: '{{ x }} is {{ y }}'}]}";

        assertThat(Conditions.evaluate(written, "{}").message()).isEqualTo("{{ x }} is {{ y }}");
    }

    @Test
    void stopsAtTheConditionThatDecides() {
        assertOutcome("{any: [%s, %s]}", true, "yes1", YES, BROKEN);
        assertOutcome("{all: [%s, %s]}", false, "no1", NO, BROKEN);
        assertOutcome("[%s, %s]", false, "no1", NO, BROKEN);
        assertOutcome("{any: [%s, %s]}", true, "yes1", YES, UNKNOWN);
    }

    @Test
    void looksAtAllEvenWhereAnyFailed() {
        assertThatThrownBy(() -> Conditions.evaluate("{any: [%s], all: [%s]}".formatted(NO, UNKNOWN), "{}"))
                .isInstanceOf(ConditionException.class)
                .hasMessage(NO_OPERATOR);
    }

    @Test
    void saysWhichVariableHasNoValue() {
        assertThatThrownBy(() -> Conditions.evaluate("[%s]".formatted(BROKEN), "{}"))
                .isInstanceOf(ConditionException.class)
                .hasMessage("failed to substitute variables in condition key: failed to resolve nope.x at path :"
                        + " JMESPath query failed: Unknown key \"nope\" in path")
                .hasCauseInstanceOf(SubstitutionException.class);
        assertThatThrownBy(() -> Conditions.evaluate("[{key: a, operator: In, value: [b, '{{ nope }}']}]", "{}"))
                .hasMessage("failed to substitute variables in condition value: failed to resolve nope at path /1:"
                        + " JMESPath query failed: Unknown key \"nope\" in path");
    }

    @Test
    void asksForVariablesBeforeItLooksAtTheOperator() {
        assertThatThrownBy(() -> Conditions.evaluate("[{key: '{{ nope }}', operator: Foo}]", "{}"))
                .hasMessageStartingWith("failed to substitute variables in condition key");
        assertThatThrownBy(() -> Conditions.evaluate("[{key: a}]", "{}")).hasMessage(NO_OPERATOR);
    }

    @Test
    void isNeverTrueOfAKeyOfNull() {
        for (ConditionOperator operator : ConditionOperator.values()) {
            assertThat(Conditions.holds("null", operator.literal(), "x"))
                    .as(operator.literal())
                    .isFalse();
        }
    }

    @Test
    void answersManyThreadsAlike() throws Exception {
        String written = """
                all:
                - {key: '{{ image }}', operator: AnyIn, value: ['ghcr.io/*', 'docker.io/?*', a, b, c, d, e, f, g, h]}
                - {key: '{{ replicas }}', operator: AnyIn, value: 1-10}
                - {key: '{{ name }}', operator: AllIn, value: '["web", "db"]'}
                - {key: '{{ timeout }}', operator: LessThan, value: 1h}
                - {key: '{{ image }}', operator: NotEquals, value: '*:latest'}
                """;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                CompiledConditions conditions = Conditions.compile(Conditions.yaml(written));
                Callable<Boolean> evaluation = () -> conditions
                        .evaluate(Conditions.scope(
                                Conditions.yaml("{image: 'ghcr.io/a:v1', replicas: 3, name: [web], timeout: 90s}")))
                        .passed();
                List<Future<Boolean>> answers = threads.invokeAll(
                        IntStream.range(0, 8).mapToObj(i -> evaluation).toList());
                for (Future<Boolean> answer : answers) {
                    assertThat(answer.get()).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertOutcome(String form, boolean passed, String message, String... conditions) {
        String written = form.formatted((Object[]) conditions);

        assertThat(Conditions.evaluate(written, "{}")).as(written).isEqualTo(new ConditionOutcome(passed, message));
    }
}
