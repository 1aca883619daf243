package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.lookup.ResponseBody;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API server or of a service.
 *
 * <p>Kyverno: pkg/engine/apicall/apiCall.go
 *
 * @param call the whole definition of the call
 * @param urlPath the path as stated
 * @param path the expression on the answer; empty for all of it
 * @param fallback the value where no answer comes, or null
 */
record ApiCallEntry(
        EntryName name,
        EntryText call,
        EntryText urlPath,
        EntryText path,
        @Nullable JsonNode fallback) implements CompiledEntry {
    @Override
    public String kind() {
        return EntryKind.API_CALL.field();
    }

    /** The reference has one client for both kinds of calls; here each kind has its own lookup. */
    @Override
    public boolean isAvailable(EvaluationScope evaluation) {
        var lookups = evaluation.answers().lookups();
        return urlPath.toString().isEmpty() ? lookups.serviceCalls() != null : lookups.apiCalls() != null;
    }

    @Override
    public void load(RuleScope scope, EntryState state) {
        Fetched known = state.fetched();
        if (known == null) {
            known = Fetched.of(fetch(scope));
            state.fetched(known);
        }
        ResponseBody body = Objects.requireNonNull(known.body());
        try {
            store(scope, body);
        } catch (QueryException exception) {
            throw LoadFailure.of("failed to store data for APICall: ", exception);
        }
    }

    private ResponseBody fetch(RuleScope scope) {
        try {
            JsonNode substituted = substituted(scope);
            NamespacedPath.check(substituted, scope.policyNamespace());
            return answer(scope, substituted);
        } catch (QueryException exception) {
            throw LoadFailure.of("failed to fetch data for APICall: ", exception);
        }
    }

    private JsonNode substituted(RuleScope scope) {
        try {
            return call.resolve(scope);
        } catch (SubstitutionException exception) {
            throw LoadFailure.of(
                    "failed to substitute variables in context entry " + name + " " + urlPath + ": ", exception);
        }
    }

    private ResponseBody answer(RuleScope scope, JsonNode substituted) {
        try {
            return new ApiCall(name, substituted).execute(scope.evaluation().answers());
        } catch (QueryException exception) {
            if (fallback == null || LoadFailure.isFault(exception)) {
                throw exception;
            }
            return ResponseBody.ofJson(fallback);
        }
    }

    private void store(RuleScope scope, ResponseBody body) {
        if (path.toString().isEmpty() || isFallback(body)) {
            storeWhole(scope, body);
            return;
        }
        JsonNode results = applied(scope, body);
        try {
            scope.mergeEntry(name, results, scope.evaluation().length(results));
        } catch (QueryException exception) {
            throw LoadFailure.of("failed to add APICall results for context entry " + name + ": ", exception);
        }
    }

    private void storeWhole(RuleScope scope, ResponseBody body) {
        try {
            scope.mergeEntry(name, BodyText.value(body), BodyText.length(body, scope.evaluation()));
        } catch (QueryException exception) {
            throw LoadFailure.of("failed to add resource data to context entry " + name + ": ", exception);
        }
    }

    private JsonNode applied(RuleScope scope, ResponseBody body) {
        JsonNode expression;
        try {
            expression = path.resolve(scope);
        } catch (SubstitutionException exception) {
            throw LoadFailure.of(
                    "failed to substitute variables in context entry " + name + " JMESPath " + path + ": ", exception);
        }
        String text = Objects.requireNonNullElse(expression.textValue(), "");
        String prefix = "failed to apply JMESPath " + text + " for context entry " + name + ": ";
        JsonNode value = BodyText.parsed(body, prefix);
        try {
            return scope.search(text, value);
        } catch (QueryException exception) {
            throw new QueryException(QueryException.Reason.LOAD, prefix + exception.bareText(), exception);
        }
    }

    /** The reference cannot tell an answer that reads like the default from the default. */
    private boolean isFallback(ResponseBody body) {
        return fallback != null && BodyText.reads(body, fallback);
    }
}
