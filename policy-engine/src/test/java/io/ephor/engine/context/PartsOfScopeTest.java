package io.ephor.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.QueryPart;
import io.ephor.jmespath.JmesPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scope answers from a part of the request what it would answer from the whole document. */
class PartsOfScopeTest {
    private static final QueryCompiler QUERIES =
            new QueryCompiler(JmesPath.builder().build());
    private static final List<Query> ASKED = List.of(
            query("request.object.spec.containers[].name"),
            query("request.object.spec.none"),
            query("request.object.none || 'other'"),
            query("request.operation"),
            query("request.operation || 'BACKGROUND'"),
            query("element.name"),
            query("element"),
            query("elementIndex"),
            query("element.none || `[]`"));
    private static final List<Query> OF_THE_WHOLE = List.of(
            query("request.namespace"),
            query("element0"),
            query("[element1, elementIndex, elementIndex0]"),
            query("element.name == request.object.metadata.name"));

    @ParameterizedTest
    @CsvSource({
        "request.object.metadata, OBJECT",
        "request.operation, OPERATION",
        "element.name, ELEMENT",
        "elementIndex, ELEMENT_INDEX",
        "request.object.images,",
        "request.oldObject.a,",
        "'request.[object, operation]',",
        "element0,",
        "@,",
        "request.object.name || element,",
    })
    void looksAtOnePart(String expression, QueryPart part) {
        assertThat(query(expression).part()).isEqualTo(part);
    }

    @Test
    void hasTheSameAnswersWhateverWasAskedBefore() {
        int asked = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            RuleScope scope = GivenContext.scope("[]");
            RuleScope whole = GivenContext.scope("[]");
            whole.query("request");
            Deque<JsonNode> loops = new ArrayDeque<>();
            List<String> steps = new ArrayList<>();
            for (int step = 0; step < 25; step++) {
                steps.add(step(random, loops, scope, whole));
                Query query = next(random);
                asked++;
                assertThat(answer(scope, query)).as("%s after %s", query, steps).isEqualTo(answer(whole, query));
            }
        }
        assertThat(asked).isEqualTo(50_000);
    }

    private static String step(Random random, Deque<JsonNode> loops, RuleScope... scopes) {
        if (random.nextInt(4) == 0) {
            return "nothing";
        }
        if (loops.isEmpty() || random.nextInt(5) == 0) {
            loops.push(GivenContext.POD);
            for (RuleScope scope : scopes) {
                scope.checkpoint();
            }
            return "loop";
        }
        if (random.nextInt(4) == 0) {
            loops.pop();
            for (RuleScope scope : scopes) {
                scope.restore();
            }
            return "end of loop";
        }
        int index = random.nextInt(9);
        JsonNode element = GivenContext.yaml("{name: e" + index + "}");
        for (RuleScope scope : scopes) {
            scope.reset();
            assertThat(scope.element(element, index, loops.size() - 1)).isTrue();
            scope.enter(CompiledContext.EMPTY);
        }
        return "element " + index;
    }

    private static Query next(Random random) {
        return random.nextInt(20) == 0
                ? OF_THE_WHOLE.get(random.nextInt(OF_THE_WHOLE.size()))
                : ASKED.get(random.nextInt(ASKED.size()));
    }

    @Test
    void loadsTheImagesThatAPathMentions() {
        EvaluationContext context = EvaluationContext.empty();
        JsonNode pod = GivenContext.yaml("{kind: Pod, apiVersion: v1, spec: {containers: [{name: a, image: '%%'}]}}");
        EvaluationScope evaluation = new EvaluationScope(pod, null, context, QUERIES, ContextOptions.DEFAULT);

        String answer = answer(
                evaluation.enter("rule", "", CompiledContext.EMPTY),
                query("request.object.spec.containers[?name == 'images']"));

        assertThat(answer).startsWith("invalid image '%%'");
    }

    @Test
    void remembersTheListOfTheObjectThatItWasFoundIn() {
        EvaluationScope evaluation = GivenContext.evaluation(EvaluationContext.empty(), ContextOptions.DEFAULT);
        Query list = query("request.object.spec.containers[].name");
        JsonNode found = evaluation.enter("one", "", CompiledContext.EMPTY).find(list);
        JsonNode again = evaluation.enter("two", "", CompiledContext.EMPTY).find(list);
        evaluation.object(GivenContext.yaml("{spec: {containers: [{name: other}]}}"));
        JsonNode changed = evaluation.enter("three", "", CompiledContext.EMPTY).find(list);

        assertThat(found).hasToString("[\"a\",\"b\"]").isSameAs(again);
        assertThat(changed).hasToString("[\"other\"]");
        assertThat(evaluation.enter("four", "", CompiledContext.EMPTY).find(query("request.object.none")))
                .isNull();
    }

    @Test
    void seesWhatIsInjectedInThePlaceOfAPart() {
        EvaluationContext context = EvaluationContext.builder()
                .variable("request.operation", GivenContext.yaml("OTHER"))
                .build();

        assertThat(answer(GivenContext.scope(CompiledContext.EMPTY, context), query("request.operation")))
                .isEqualTo("\"OTHER\"");
    }

    @Test
    void seesTheRequestThatARuleIsAskedAbout() {
        RuleScope scope = GivenContext.scope("[]");
        scope.request(GivenContext.yaml("{a: 1}"), null, "UPDATE");

        assertThat(answer(scope, query("request.object"))).isEqualTo("{\"a\":1}");
        assertThat(answer(scope, query("request.operation"))).isEqualTo("\"UPDATE\"");
    }

    @Test
    void hasNoObjectOnDeletion() {
        EvaluationContext context =
                EvaluationContext.builder().operation(Operation.DELETE).build();
        EvaluationScope evaluation =
                new EvaluationScope(null, GivenContext.POD, context, QUERIES, ContextOptions.DEFAULT);
        RuleScope scope = evaluation.enter("rule", "", CompiledContext.EMPTY);

        assertThat(answer(scope, query("request.operation"))).isEqualTo("\"DELETE\"");
        assertThat(answer(scope, query("request.object.kind"))).contains("Unknown key \"object\"");
    }

    private static Query query(String text) {
        return QUERIES.compile(text);
    }

    private static String answer(RuleScope scope, Query query) {
        try {
            return scope.query(query).toString();
        } catch (QueryException exception) {
            return String.valueOf(exception.getMessage());
        }
    }
}
