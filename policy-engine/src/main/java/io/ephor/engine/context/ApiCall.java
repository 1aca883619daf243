package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoJsonText;
import io.ephor.lookup.ResponseBody;
import io.ephor.lookup.ServiceRequest;
import io.ephor.lookup.ServiceResponse;
import io.ephor.values.GoQuote;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One call, after variables were substituted.
 *
 * <p>Kyverno: pkg/engine/apicall/executor.go
 *
 * @param entry the name of the context entry
 * @param call the definition of the call
 */
record ApiCall(EntryName entry, JsonNode call) {
    private static final int LONGEST_BODY = 4 << 20;

    /**
     * Makes the call.
     *
     * @throws io.ephor.engine.variables.QueryException if there is no answer
     */
    ResponseBody execute(Answers answers) {
        String path = text(call, "urlPath");
        return path.isEmpty() ? callService(answers) : callServer(answers, path);
    }

    private ResponseBody callServer(Answers answers, String path) {
        String prefix = "failed to " + method() + " resource with raw url: " + path + ": ";
        if (answers.lookups().apiCalls() == null) {
            throw LoadFailure.of(prefix + "no lookup of API calls was given");
        }
        try {
            return answers.apiCall(method(), path, data());
        } catch (FailedLookup failure) {
            throw LoadFailure.of(failure.isForbidden() ? prefix + "permission denied: " : prefix, failure);
        }
    }

    private ResponseBody callService(Answers answers) {
        JsonNode service = call.path("service");
        if (!service.isObject()) {
            throw LoadFailure.of("missing service for APICall " + entry);
        }
        String bundle = text(service, "caBundle");
        if (!bundle.isEmpty() && !PemBundle.hasCertificate(bundle)) {
            throw LoadFailure.of("failed to parse PEM CA bundle for APICall " + entry);
        }
        if (!method().equals("GET") && !method().equals("POST")) {
            throw LoadFailure.of("failed to build HTTP request for APICall " + entry + ": invalid request type "
                    + method() + " for APICall " + entry);
        }
        String url = text(service, "url");
        String fault = ServiceUrl.fault(url);
        if (!fault.isEmpty()) {
            throw LoadFailure.of("failed to build HTTP request for APICall " + entry
                    + ": failed to build request for APICall " + entry + ": " + fault);
        }
        Map<String, List<String>> headers = HeaderNames.headers(service.path("headers"));
        String body = method().equals("POST") ? data() : "";
        return ok(send(answers, new ServiceRequest(method(), url, headers, body, bundle)));
    }

    private ServiceResponse send(Answers answers, ServiceRequest request) {
        String prefix = "failed to execute HTTP request for APICall " + entry + ": "
                + (request.method().equals("GET") ? "Get " : "Post ") + GoQuote.of(request.url()) + ": ";
        if (answers.lookups().serviceCalls() == null) {
            throw LoadFailure.of(prefix + "no lookup of service calls was given");
        }
        try {
            return answers.service(request);
        } catch (FailedLookup failure) {
            throw LoadFailure.of(prefix, failure);
        }
    }

    private static ResponseBody ok(ServiceResponse response) {
        int status = response.status();
        if (status >= 200 && status < 300) {
            return response.body();
        }
        throw LoadFailure.of("HTTP " + status + " " + HttpReasons.of(status) + ": " + BodyText.text(response.body()));
    }

    /** Returns the data of the call as the body of a request: of two values for one key the later one counts. */
    private String data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (JsonNode field : call.path("data")) {
            JsonNode value = field.path("value");
            data.set(text(field, "key"), value.isMissingNode() ? NullNode.instance : value);
        }
        try {
            return GoJsonText.of(data, LONGEST_BODY) + "\n";
        } catch (FunctionException exception) {
            throw LoadFailure.of("failed to encode HTTP POST data for APICall " + entry + ": ", exception);
        }
    }

    private String method() {
        String method = text(call, "method");
        return method.isEmpty() ? "GET" : method;
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNullElse(node.path(field).textValue(), "");
    }
}
