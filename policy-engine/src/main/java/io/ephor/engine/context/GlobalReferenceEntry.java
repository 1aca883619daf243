package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.SubstitutionException;
import java.util.Objects;

/**
 * An entry of the global context, or one of its projections. It is looked up again whenever it is loaded again.
 *
 * <p>Kyverno: pkg/engine/context/loaders/globalcontext.go
 *
 * @param reference {@code name} and {@code jmesPath}
 */
record GlobalReferenceEntry(EntryName name, EntryText reference) implements CompiledEntry {
    @Override
    public String kind() {
        return EntryKind.GLOBAL_REFERENCE.field();
    }

    @Override
    public boolean isAvailable(EvaluationScope evaluation) {
        return evaluation.answers().lookups().globalContext() != null;
    }

    @Override
    public void load(RuleScope scope, EntryState state) {
        JsonNode data;
        try {
            data = data(scope);
        } catch (QueryException | SubstitutionException | FailedLookup exception) {
            throw LoadFailure.of("failed to marshal APICall data for context entry " + name + ": ", exception);
        }
        try {
            scope.mergeEntry(name, data, scope.evaluation().length(data));
        } catch (QueryException exception) {
            throw LoadFailure.of("failed to add resource cache results for context entry " + name + ": ", exception);
        }
        state.fetched(Fetched.of(data));
    }

    private JsonNode data(RuleScope scope) {
        JsonNode substituted = reference.resolve(scope);
        String[] parts = text(substituted, "name").split("\\.", -1);
        JsonNode data = scope.evaluation().answers().global(parts[0], parts.length > 1 ? parts[1] : "");
        if (data == null) {
            throw LoadFailure.of("failed to fetch entry key=" + parts[0]);
        }
        String path = text(substituted, "jmesPath");
        if (path.isEmpty()) {
            return data;
        }
        try {
            return scope.search(path, data);
        } catch (QueryException exception) {
            throw new QueryException(
                    QueryException.Reason.LOAD,
                    "failed to apply JMESPath " + path + " for context entry " + name + ": " + exception.bareText(),
                    exception);
        }
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNullElse(node.path(field).textValue(), "");
    }
}
