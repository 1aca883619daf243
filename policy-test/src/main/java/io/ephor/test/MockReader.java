package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.test.TestMocks.ApiCall;
import io.ephor.test.TestMocks.GlobalEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a test answers in place of the world outside.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/apis/v1alpha1/test.go
 */
final class MockReader {
    private static final String CODE = "wrong-mock";

    private final SourceDocument document;
    private final Faults faults;

    MockReader(SourceDocument document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    TestMocks read(ObjectFields root) {
        List<ApiCall> calls = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (ObjectFields fields : root.objects("apiCallResponses")) {
            ApiCall call = apiCall(fields);
            if (!keys.add(call.method() + ':' + call.target())) {
                fault(fields, "`" + call.target() + "` is answered already");
            }
            calls.add(call);
        }
        List<GlobalEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ObjectFields fields : root.objects("globalContextEntries")) {
            GlobalEntry entry = globalEntry(fields);
            if (!names.add(entry.name())) {
                fault(fields, "the entry `" + entry.name() + "` is there already");
            }
            entries.add(entry);
        }
        return new TestMocks(calls, entries);
    }

    private void fault(ObjectFields at, String message) {
        faults.error(CODE, message, document, at.pointer());
    }

    private ApiCall apiCall(ObjectFields fields) {
        String url = fields.text("url").strip();
        String path = fields.text("urlPath").strip();
        if (url.isEmpty() == path.isEmpty()) {
            fault(fields, "a call has either `url` or `urlPath`");
        } else if (!path.isEmpty() && !path.startsWith("/")) {
            fault(fields, "`urlPath` must start with a slash");
        } else if (!url.isEmpty() && !isWebAddress(url)) {
            fault(fields, "`url` must be an http or https URL with a host");
        }
        String method = fields.text("method").strip().toUpperCase(Locale.ROOT);
        if (!method.isEmpty() && !method.equals("GET") && !method.equals("POST")) {
            fault(fields, "`method` must be GET or POST");
        }
        int status = 200;
        JsonNode body = JsonNodeFactory.instance.objectNode();
        ObjectFields response = fields.object("response");
        if (response == null) {
            fault(fields, "`response` is missing");
        } else {
            status = status(response);
            body = body(response);
            response.finish();
        }
        fields.finish();
        return new ApiCall(method, url.isEmpty() ? path : url, status, body);
    }

    private static boolean isWebAddress(String url) {
        try {
            URI parsed = new URI(url);
            boolean web = "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
            return web && parsed.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private int status(ObjectFields response) {
        JsonNode status = response.any("statusCode");
        if (status == null || (status.isInt() && status.intValue() == 0)) {
            return 200;
        }
        if (!status.isInt() || status.intValue() < 100 || status.intValue() > 599) {
            fault(response, "`statusCode` must be between 100 and 599");
        }
        return status.intValue();
    }

    private JsonNode body(ObjectFields response) {
        JsonNode body = response.any("body");
        if (body instanceof ObjectNode) {
            return body;
        }
        fault(response, "`body` must be an object");
        return JsonNodeFactory.instance.objectNode();
    }

    private GlobalEntry globalEntry(ObjectFields fields) {
        String name = fields.text("name").strip();
        if (name.isEmpty()) {
            fault(fields, "an entry of the global context has a `name`");
        }
        JsonNode data = fields.any("data");
        JsonNode resources = fields.any("resources");
        List<String> files = fields.texts("resourceFiles");
        int sources =
                (data == null ? 0 : 1) + (resources == null ? 0 : 1) + (fields.any("resourceFiles") == null ? 0 : 1);
        if (sources != 1) {
            fault(fields, "an entry has one of `data`, `resources` and `resourceFiles`");
        }
        fields.accept("data");
        fields.objects("resources");
        files.forEach(file -> checkInside(fields, file));
        GlobalEntry entry = new GlobalEntry(
                name,
                data == null ? resources : data,
                files,
                fields.text("fieldPath"),
                projections(fields),
                document.locate(fields.pointer()));
        fields.finish();
        return entry;
    }

    private void checkInside(ObjectFields at, String file) {
        Path path = TestFiles.path(file.strip());
        if (file.isBlank()
                || path == null
                || path.isAbsolute()
                || path.normalize().startsWith("..")) {
            fault(at, "`" + file + "` is no file below the folder of the test");
        }
    }

    private Map<String, String> projections(ObjectFields fields) {
        Map<String, String> projections = new LinkedHashMap<>();
        for (ObjectFields projection : fields.objects("projections")) {
            String name = projection.text("name");
            String path = projection.text("path");
            if (name.isBlank() || path.isBlank()) {
                fault(projection, "a projection has `name` and `path`");
            }
            projections.put(name, path);
            projection.finish();
        }
        return projections;
    }
}
