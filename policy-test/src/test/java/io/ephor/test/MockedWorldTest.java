package io.ephor.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.lookup.ApiCallLookup;
import io.ephor.lookup.GlobalContextLookup;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockedWorldTest {
    @TempDir
    private Path folder;

    private final Faults faults = new Faults();

    private TestMocks mocks(String mocks) {
        String text = "apiVersion: cli.kyverno.io/v1alpha1\nkind: Test\nmetadata: {name: t}\n" + mocks;
        SourceDocument document = SourceDocument.all("kyverno-test.yaml", text).get(0);
        return new ManifestReader(document, faults)
                .read(Path.of("kyverno-test.yaml"), 0)
                .mocks();
    }

    private Lookups lookups(String mocks) {
        return new MockedWorld(mocks(mocks), new TestFiles(folder, faults), faults)
                .lookups(GivenResources.of(List.of()));
    }

    private ApiCallLookup apiCalls(String mocks) {
        return Objects.requireNonNull(lookups(mocks).apiCalls());
    }

    private JsonNode global(String mocks, String name, String projection) {
        GlobalContextLookup lookup = Objects.requireNonNull(lookups(mocks).globalContext());
        assertThat(faults.diagnostics()).isEmpty();
        return Objects.requireNonNull(lookup.globalEntry(name, projection));
    }

    @Test
    void offersNoLookupOfAKindThatIsNotMocked() {
        Lookups lookups = lookups("");

        assertThat(lookups.apiCalls()).isNull();
        assertThat(lookups.serviceCalls()).isNull();
        assertThat(lookups.globalContext()).isNull();
    }

    @Test
    void prefersTheResponseOfAMethodToThatOfAnyMethod() {
        ApiCallLookup calls = apiCalls("""
                apiCallResponses:
                - {urlPath: /a, response: {body: {any: 1}}}
                - {urlPath: /a, method: post, response: {body: {post: 1}}}
                """);

        assertThat(calls.call("GET", "/a", "")).hasToString("{\"any\":1}");
        assertThat(calls.call("POST", "/a", "")).hasToString("{\"post\":1}");
        assertThatThrownBy(() -> calls.call("GET", "/b", ""))
                .isInstanceOf(LookupException.class)
                .hasMessage("the test mocks no response to GET /b");
    }

    @Test
    void failsWithTheStatusOfAResponseThatIsNoSuccess() {
        ApiCallLookup calls = apiCalls("apiCallResponses: [{urlPath: /a, response: {statusCode: 503, body: {}}}]");

        assertThatIllegalStateException()
                .isThrownBy(() -> calls.call("GET", "/a", ""))
                .withMessage("HTTP 503 from the mock of /a");
    }

    @Test
    void makesAnObjectOfTheProjectionsOfAnEntry() {
        String mocks = """
                globalContextEntries:
                - name: g
                  data: {in: {deployments: [{name: a}, {name: b}]}}
                  fieldPath: in
                  projections: [{name: names, path: 'deployments[].name'}]
                """;

        assertThat(global(mocks, "g", "")).hasToString("{\"names\":[\"a\",\"b\"]}");
        assertThat(global(mocks, "g", "names")).hasToString("[\"a\",\"b\"]");
    }

    @Test
    void readsTheResourcesOfAnEntryFromFiles() throws IOException {
        Files.writeString(folder.resolve("r.yaml"), "kind: A\n---\n---\nkind: B\n");

        assertThat(global("globalContextEntries: [{name: g, resourceFiles: [r.yaml]}]", "g", ""))
                .hasToString("[{\"kind\":\"A\"},{\"kind\":\"B\"}]");
    }

    @Test
    void namesAnExpressionThatFails() {
        lookups("globalContextEntries: [{name: g, data: {a: 1}, fieldPath: 'length(a)'}]");

        assertThat(faults.diagnostics()).hasSize(1);
        Diagnostic fault = faults.diagnostics().get(0);
        assertThat(fault.message()).startsWith("`g`: ");
        assertThat(fault.range().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiCallResponses: [{response: {body: {}}}]",
                "apiCallResponses: [{url: 'https://a.b', urlPath: /a, response: {body: {}}}]",
                "apiCallResponses: [{url: 'ftp://a.b', response: {body: {}}}]",
                "apiCallResponses: [{urlPath: a, response: {body: {}}}]",
                "apiCallResponses: [{urlPath: /a, method: PUT, response: {body: {}}}]",
                "apiCallResponses: [{urlPath: /a}]",
                "apiCallResponses: [{urlPath: /a, response: {body: [1]}}]",
                "apiCallResponses: [{urlPath: /a, response: {statusCode: 99, body: {}}}]",
                "apiCallResponses: [{urlPath: /a, response: {body: {}}}, {urlPath: /a, response: {body: {}}}]",
                "globalContextEntries: [{data: {}}]",
                "globalContextEntries: [{name: g}]",
                "globalContextEntries: [{name: g, data: {}, resources: []}]",
                "globalContextEntries: [{name: g, data: {}}, {name: g, data: {}}]",
                "globalContextEntries: [{name: g, resourceFiles: [../r.yaml]}]",
                "globalContextEntries: [{name: g, data: {}, projections: [{name: a}]}]"
            })
    void refusesAMockThatTheReferenceRefuses(String mocks) {
        mocks(mocks);

        assertThat(faults.diagnostics()).extracting(Diagnostic::code).containsExactly("wrong-mock");
    }
}
