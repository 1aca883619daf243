package io.ephor.engine.context;

import static io.ephor.engine.context.GivenContext.compile;
import static io.ephor.engine.context.GivenContext.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.variables.QueryException;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import org.junit.jupiter.api.Test;

/** A scope in a loop over elements. */
class LoopScopeTest {
    @Test
    void showsOneElementAfterTheOther() {
        RuleScope scope = scope("[]");
        CompiledContext inner = compile("[{name: w, variable: {value: 'w-{{ element }}'}}]");

        scope.checkpoint();
        next(scope, inner, "a", 0);
        assertThat(scope.query("w").textValue()).isEqualTo("w-a");
        assertThat(scope.query("[elementIndex, elementIndex0, element0]").toString())
                .isEqualTo("[0,0,\"a\"]");
        next(scope, inner, "b", 1);
        assertThat(scope.query("w").textValue()).isEqualTo("w-b");
        scope.restore();

        assertThat(scope.query("element || 'gone'").textValue()).isEqualTo("gone");
        assertThat(scope.query("w || 'gone'").textValue()).isEqualTo("gone");
    }

    @Test
    void computesAVariableOfTheRuleAnewBeforeTheNextElementIsThere() {
        RuleScope scope = scope("[{name: x, variable: {jmesPath: element}}]");

        scope.checkpoint();
        next(scope, CompiledContext.EMPTY, "a", 0);
        assertThat(scope.query("x").textValue()).isEqualTo("a");
        next(scope, CompiledContext.EMPTY, "b", 1);

        assertThatThrownBy(() -> scope.query("x"))
                .isInstanceOf(QueryException.class)
                .hasMessage("JMESPath query failed: Unknown key \"x\" in path");
    }

    @Test
    void keepsWhatItFetchedForTheRule() {
        InMemoryLookups world = InMemoryLookups.builder()
                .apiCall("GET", "/v1", TextNode.valueOf("one"))
                .build();
        RuleScope scope = withoutMemory("[{name: x, apiCall: {urlPath: /v1}}]", world);

        scope.checkpoint();
        for (int i = 0; i < 3; i++) {
            next(scope, CompiledContext.EMPTY, "e" + i, i);
            assertThat(scope.query("x").textValue()).isEqualTo("one");
        }
        scope.restore();

        assertThat(scope.query("x").textValue()).isEqualTo("one");
        assertThat(world.asked()).containsExactly("apiCall GET /v1");
    }

    @Test
    void asksAFailingSourceOncePerElement() {
        InMemoryLookups world = InMemoryLookups.builder()
                .apiCall("GET", "/boom", new LookupException("boom"))
                .build();
        RuleScope scope = withoutMemory("[{name: x, apiCall: {urlPath: /boom}}]", world);

        scope.checkpoint();
        for (int i = 0; i < 2; i++) {
            next(scope, CompiledContext.EMPTY, "e" + i, i);
            assertThatThrownBy(() -> scope.query("x"))
                    .hasMessage("failed to fetch data for APICall: failed to GET resource with raw url: /boom: boom");
            assertThat(scope.query("x || 'd'").textValue()).isEqualTo("d");
        }

        assertThat(world.asked()).hasSize(2);
    }

    @Test
    void asksTheGlobalContextAgainForEveryElement() {
        InMemoryLookups world =
                InMemoryLookups.builder().global("g", TextNode.valueOf("v")).build();
        RuleScope scope = withoutMemory("[{name: x, globalReference: {name: g}}]", world);

        scope.checkpoint();
        for (int i = 0; i < 3; i++) {
            next(scope, CompiledContext.EMPTY, "e" + i, i);
            assertThat(scope.query("x").textValue()).isEqualTo("v");
        }

        assertThat(world.asked()).hasSize(3);
    }

    @Test
    void keepsTheOuterDefinitionApartFromTheInnerOne() {
        RuleScope scope = scope("[{name: x, variable: {value: outer}}]");
        CompiledContext inner = compile("[{name: x, variable: {value: '{{ x }}-{{ element }}'}}]");

        scope.checkpoint();
        next(scope, inner, "a", 0);
        assertThat(scope.query("x").textValue()).isEqualTo("outer-a");
        next(scope, inner, "b", 1);
        assertThat(scope.query("x").textValue()).isEqualTo("outer-b");
        scope.restore();

        assertThat(scope.query("x").textValue()).isEqualTo("outer");
    }

    private static RuleScope withoutMemory(String entries, InMemoryLookups world) {
        EvaluationContext context =
                EvaluationContext.builder().lookups(world.lookups()).build();
        return GivenContext.evaluation(context, new ContextOptions(2 << 20, false))
                .enter("rule", "", compile(entries));
    }

    private static void next(RuleScope scope, CompiledContext inner, String element, int index) {
        scope.reset();
        scope.element(TextNode.valueOf(element), index, 0);
        scope.enter(inner);
    }
}
