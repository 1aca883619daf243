package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResourceLookup;
import io.ephor.lookup.ResponseBody;
import io.ephor.lookup.ServiceResponse;
import io.ephor.test.TestMocks.ApiCall;
import io.ephor.test.TestMocks.GlobalEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes lookups of the mocks of a test. What is not mocked has no answer, and a mocked response whose status is no success
 * fails the rule, also where its context entry has a default.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/store/contextloader.go
 */
final class MockedWorld {
    private final TestMocks mocks;
    private final TestFiles files;
    private final Faults faults;

    MockedWorld(TestMocks mocks, TestFiles files, Faults faults) {
        this.mocks = mocks;
        this.files = files;
        this.faults = faults;
    }

    /**
     * Returns the lookups; of kinds that are not mocked there are none.
     *
     * @param existing the resources that there are
     */
    Lookups lookups(ResourceLookup existing) {
        Lookups.Builder lookups = Lookups.builder().resources(existing);
        if (!mocks.apiCalls().isEmpty()) {
            Map<String, ApiCall> calls = calls();
            lookups.apiCalls((method, path, body) ->
                    ResponseBody.ofJson(call(calls, method, path).body()));
            lookups.serviceCalls(request -> {
                ApiCall call = call(calls, request.method(), request.url());
                return ServiceResponse.of(call.status(), ResponseBody.ofJson(call.body()));
            });
        }
        if (!mocks.globalEntries().isEmpty()) {
            Map<String, JsonNode> entries = globalEntries();
            lookups.globalContext((name, projection) -> globalEntry(entries, name, projection));
        }
        return lookups.build();
    }

    private Map<String, ApiCall> calls() {
        Map<String, ApiCall> calls = new LinkedHashMap<>();
        mocks.apiCalls().forEach(call -> calls.put(call.method() + ':' + call.target(), call));
        return calls;
    }

    private static ApiCall call(Map<String, ApiCall> calls, String method, String target) {
        ApiCall call = calls.get(method + ':' + target);
        if (call == null) {
            call = calls.get(':' + target);
        }
        if (call == null) {
            throw new LookupException("the test mocks no response to " + method + ' ' + target);
        }
        if (call.status() < 200 || call.status() > 299) {
            throw new IllegalStateException("HTTP " + call.status() + " from the mock of " + target);
        }
        return call;
    }

    private static @Nullable JsonNode globalEntry(Map<String, JsonNode> entries, String name, String projection) {
        JsonNode entry = entries.get(name);
        if (entry == null || projection.isEmpty()) {
            return entry;
        }
        JsonNode projected = entry.get(projection);
        if (projected == null) {
            throw new LookupException("the mock of `" + name + "` has no projection `" + projection + "`");
        }
        return projected;
    }

    private Map<String, JsonNode> globalEntries() {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        for (GlobalEntry entry : mocks.globalEntries()) {
            JsonNode value = entry.value();
            JsonNode whole = value == null ? resources(entry) : value;
            try {
                entries.put(entry.name(), projected(entry, whole));
            } catch (JmesPathException exception) {
                faults.error("wrong-mock", "`" + entry.name() + "`: " + exception.getMessage(), entry.range());
            }
        }
        return entries;
    }

    private JsonNode resources(GlobalEntry entry) {
        ArrayNode resources = JsonNodeFactory.instance.arrayNode();
        for (String path : entry.files()) {
            TestFiles.TextFile file = files.read(path.strip(), entry.range());
            if (file != null) {
                SourceDocument.readStrictly(file, faults).stream()
                        .map(SourceDocument::value)
                        .filter(resource -> !resource.isEmpty())
                        .forEach(resources::add);
            }
        }
        return resources;
    }

    private static JsonNode projected(GlobalEntry entry, JsonNode whole) {
        JsonNode part = entry.fieldPath().isEmpty()
                ? whole
                : JmesPath.compile(entry.fieldPath()).search(whole);
        if (entry.projections().isEmpty()) {
            return part;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        entry.projections()
                .forEach((name, path) -> object.set(name, JmesPath.compile(path).search(part)));
        return object;
    }
}
