package io.ephor.engine.context;

import static io.ephor.engine.context.GivenContext.compile;
import static io.ephor.engine.context.GivenContext.scope;
import static io.ephor.engine.context.GivenContext.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.MissingLookup;
import io.ephor.engine.variables.QueryException;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResponseBody;
import io.ephor.lookup.ServiceResponse;
import org.junit.jupiter.api.Test;

/** The kinds of context entries. */
class EntriesTest {
    @Test
    void takesAVariableFromAValueAnExpressionOrADefault() {
        RuleScope scope = scope("""
                - {name: a, variable: {value: {k: ['{{ request.operation }}', 1]}}}
                - {name: b, variable: {value: {k: v}, jmesPath: k}}
                - {name: c, variable: {jmesPath: request.nope, default: d}}
                - {name: d, variable: {value: {k: null}, jmesPath: k, default: d}}
                - {name: e, variable: {jmesPath: '{{ request.object.metadata.labels }}'}}
                - {name: f, variable: {jmesPath: request.nope}}
                """);

        assertThat(scope.query("a.k").toString()).isEqualTo("[\"CREATE\",1]");
        assertThat(scope.query("b").textValue()).isEqualTo("v");
        assertThat(scope.query("c").textValue()).isEqualTo("d");
        assertThatThrownBy(() -> scope.query("d"))
                .hasMessage("failed to add context entry for variable d since it evaluated to nil");
        assertThatThrownBy(() -> scope.query("e"))
                .hasMessage("jmespath value must be a string e {{ request.object.metadata.labels }}: <nil>");
        assertThatThrownBy(() -> scope.query("f"))
                .hasMessage("failed to apply jmespath request.nope to variable <nil>: "
                        + "JMESPath query failed: Unknown key \"nope\" in path");
    }

    @Test
    void asksAConfigMapOncePerEvaluation() {
        InMemoryLookups world = InMemoryLookups.builder()
                .configMap("ns1", "codes", yaml("{k: v}"))
                .build();
        EvaluationScope evaluation = GivenContext.evaluation(
                EvaluationContext.builder().lookups(world.lookups()).build(), ContextOptions.DEFAULT);
        CompiledContext entries =
                compile("[{name: m, configMap: {name: codes, namespace: '{{ request.namespace }}'}}]");

        RuleScope first = evaluation.enter("one", "", entries);
        RuleScope second = evaluation.enter("two", "", entries);

        assertThat(first.query("m.data.k").textValue()).isEqualTo("v");
        assertThat(second.query("m.metadata.name").textValue()).isEqualTo("codes");
        assertThat(world.asked()).containsExactly("configMap ns1/codes");
    }

    @Test
    void holdsAPolicyOfANamespaceToItsConfigMaps() {
        Lookups none = Lookups.builder().configMaps((namespace, name) -> null).build();
        EvaluationScope evaluation = GivenContext.evaluation(
                EvaluationContext.builder().lookups(none).build(), ContextOptions.DEFAULT);
        RuleScope scope = evaluation.enter(
                "rule",
                "ns1",
                compile("[{name: a, configMap: {name: c, namespace: x}}, {name: b, configMap: {name: c}}]"));

        assertThatThrownBy(() -> scope.query("a"))
                .hasMessage("failed to retrieve config map for context entry a: context entry a: "
                        + "configMap namespace \"x\" is different from policy namespace \"ns1\"");
        assertThatThrownBy(() -> scope.query("b"))
                .hasMessage("failed to retrieve config map for context entry b: "
                        + "failed to get configmap ns1/c : configmaps \"c\" not found");
    }

    @Test
    void takesTheDefaultWhereACallFails() {
        InMemoryLookups world = InMemoryLookups.builder()
                .apiCall("GET", "/boom", new LookupException("boom"))
                .apiCall("GET", "/denied", LookupException.forbidden("no"))
                .build();
        RuleScope scope = scope("""
                - {name: a, apiCall: {urlPath: /boom, default: {k: 1}, jmesPath: k}}
                - {name: b, apiCall: {urlPath: /denied}}
                - {name: c, apiCall: {urlPath: /unstubbed, default: 1}}
                """, world.lookups());

        assertThat(scope.query("a").toString()).isEqualTo("{\"k\":1}");
        assertThatThrownBy(() -> scope.query("b"))
                .hasMessage("failed to fetch data for APICall: "
                        + "failed to GET resource with raw url: /denied: permission denied: no");
        assertThatThrownBy(() -> scope.query("c"))
                .satisfies(error -> assertThat(RuleScope.lookupFailure(error))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("apiCall GET /unstubbed"));
    }

    @Test
    void callsServicesAndTellsTheirStatus() {
        InMemoryLookups world = InMemoryLookups.builder()
                .service("GET", "http://s/ok", ServiceResponse.of(200, ResponseBody.ofText("{\"v\": 1}")))
                .service("GET", "http://s/bad", ServiceResponse.of(400, ResponseBody.ofText("bad")))
                .service("GET", "http://s/text", ServiceResponse.of(200, ResponseBody.ofText("hello")))
                .build();
        RuleScope scope = scope("""
                - {name: a, apiCall: {service: {url: 'http://s/ok'}, jmesPath: v}}
                - {name: b, apiCall: {service: {url: 'http://s/bad'}}}
                - {name: c, apiCall: {service: {url: 'http://s/text'}, default: 1}}
                """, world.lookups());

        assertThat(scope.query("a").intValue()).isEqualTo(1);
        assertThatThrownBy(() -> scope.query("b"))
                .hasMessage("failed to fetch data for APICall: HTTP 400 Bad Request: bad");
        assertThatThrownBy(() -> scope.query("c"))
                .hasMessageStartingWith("failed to store data for APICall: "
                        + "failed to add resource data to context entry c: Read: unexpected value type: 0");
    }

    @Test
    void readsTheGlobalContextAndImages() {
        InMemoryLookups world = InMemoryLookups.builder()
                .global("deps.names", yaml("[d1, d2]"))
                .image("nginx:1.25", yaml("{registry: index.docker.io, manifest: {layers: [{size: 5}]}}"))
                .build();
        RuleScope scope = scope("""
                - {name: g, globalReference: {name: deps.names, jmesPath: '[1]'}}
                - {name: i, imageRegistry: {reference: '{{ request.object.spec.containers[0].image }}'}}
                """, world.lookups());

        assertThat(scope.query("g").textValue()).isEqualTo("d2");
        assertThat(scope.query("i.manifest.layers[0].size").intValue()).isEqualTo(5);
        assertThat(scope.query("i.manifestList").isNull()).isTrue();
    }

    @Test
    void tellsWhichLookupsAreMissing() {
        RuleScope scope = scope("""
                - {name: m, configMap: {name: c, namespace: n}}
                - {name: a, apiCall: {urlPath: /x}}
                - {name: unused, imageRegistry: {reference: nginx}}
                """);

        assertThat(scope.missingLookups()).isEmpty();
        assertThatThrownBy(() -> scope.query("m.data")).hasMessage("JMESPath query failed: Unknown key \"m\" in path");
        assertThat(scope.query("a || 'd'").textValue()).isEqualTo("d");
        assertThat(scope.missingLookups())
                .containsExactly(MissingLookup.of("m", "configMap"), MissingLookup.of("a", "apiCall"));
    }

    @Test
    void mergesWhatComesFromOutsideAndReplacesVariables() {
        InMemoryLookups world = InMemoryLookups.builder()
                .apiCall("GET", "/a", yaml("{x: 1, w: {p: 1}}"))
                .apiCall("GET", "/b", yaml("{z: 2, w: {q: 2}}"))
                .build();
        RuleScope scope = scope("""
                - {name: m, apiCall: {urlPath: /a}}
                - {name: m, apiCall: {urlPath: /b}}
                - {name: r, apiCall: {urlPath: /a}}
                - {name: r, variable: {value: {only: 1}}}
                """, world.lookups());

        assertThat(scope.query("m").toString()).isEqualTo("{\"x\":1,\"w\":{\"p\":1,\"q\":2},\"z\":2}");
        assertThat(scope.query("r").toString()).isEqualTo("{\"only\":1}");
    }

    @Test
    void endsInAnErrorWhateverALookupThrows() {
        Lookups broken = Lookups.builder()
                .configMaps((namespace, name) -> {
                    throw new IllegalArgumentException("oops");
                })
                .apiCalls((method, path, body) -> {
                    throw new StackOverflowError();
                })
                .images(request -> nothing())
                .build();
        RuleScope scope = scope("""
                - {name: a, configMap: {name: c, namespace: n}}
                - {name: b, apiCall: {urlPath: /x, default: 1}}
                - {name: c, imageRegistry: {reference: nginx}}
                """, broken);

        assertThatThrownBy(() -> scope.query("a"))
                .isInstanceOf(QueryException.class)
                .satisfies(error ->
                        assertThat(RuleScope.lookupFailure(error)).isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> scope.query("b"))
                .isInstanceOf(QueryException.class)
                .satisfies(error -> assertThat(RuleScope.lookupFailure(error)).isInstanceOf(StackOverflowError.class));
        assertThatThrownBy(() -> scope.query("c"))
                .hasMessage("failed to fetch image descriptor: nginx, error: the lookup has no answer");
    }

    @Test
    void limitsTheSizeOfAllEntries() {
        String large = "x".repeat(3 << 20);
        Lookups world = Lookups.builder()
                .apiCalls((method, path, body) -> ResponseBody.ofJson(TextNode.valueOf(large)))
                .build();
        RuleScope scope = scope("[{name: a, apiCall: {urlPath: /x}}]", world);

        assertThatThrownBy(() -> scope.query("a"))
                .hasMessage("failed to store data for APICall: failed to add resource data to context entry a: "
                        + "context size limit exceeded: 3145730 bytes exceeds limit of 2097152 bytes");
    }

    /** A lookup that breaks its contract, as code without annotations may. */
    @SuppressWarnings("NullAway")
    private static JsonNode nothing() {
        return null;
    }
}
