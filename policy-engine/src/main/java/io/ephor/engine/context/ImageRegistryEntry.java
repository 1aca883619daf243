package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.lookup.ImageRequest;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an image in a registry.
 *
 * <p>Kyverno: pkg/engine/context/loaders/imagedata.go
 *
 * @param path the expression on the metadata; empty for all of them
 * @param credentials with which the registry is asked, or null
 */
record ImageRegistryEntry(
        EntryName name,
        EntryText reference,
        EntryText path,
        @Nullable JsonNode credentials) implements CompiledEntry {
    private static final List<String> FIELDS = List.of(
            "image", "resolvedImage", "registry", "repository", "identifier", "manifestList", "manifest", "configData");

    @Override
    public String kind() {
        return EntryKind.IMAGE_REGISTRY.field();
    }

    @Override
    public boolean isAvailable(EvaluationScope evaluation) {
        return evaluation.answers().lookups().images() != null;
    }

    @Override
    public void load(RuleScope scope, EntryState state) {
        Fetched known = state.fetched();
        if (known == null) {
            known = Fetched.of(fetch(scope));
            state.fetched(known);
        }
        JsonNode value = known.value() == null ? NullNode.instance : known.value();
        try {
            scope.mergeEntry(name, value, scope.evaluation().length(value));
        } catch (QueryException exception) {
            throw LoadFailure.of(
                    "failed to add resource data to context: contextEntry: " + name + ", error: ", exception);
        }
    }

    private JsonNode fetch(RuleScope scope) {
        JsonNode image = substitute(scope, reference, "ailed to substitute variables in context entry ");
        if (!image.isTextual()) {
            throw LoadFailure.of("invalid image reference " + GoText.value(image, NumberView.FLOAT64)
                    + ", image reference must be a string");
        }
        JsonNode expression = substitute(scope, path, "failed to substitute variables in context entry ");
        ObjectNode data = ask(scope, image.textValue());
        String text = Objects.requireNonNullElse(expression.textValue(), "");
        if (text.isEmpty()) {
            return data;
        }
        try {
            return scope.search(text, data);
        } catch (QueryException exception) {
            throw new QueryException(
                    QueryException.Reason.LOAD,
                    "failed to apply JMESPath (" + path + ") results to context entry " + name + ", error: "
                            + exception.bareText(),
                    exception);
        }
    }

    private JsonNode substitute(RuleScope scope, EntryText text, String prefix) {
        try {
            return text.resolve(scope);
        } catch (SubstitutionException exception) {
            throw LoadFailure.of(prefix + name + " " + text + ": ", exception);
        }
    }

    private ObjectNode ask(RuleScope scope, String image) {
        try {
            JsonNode found = scope.evaluation().answers().image(new ImageRequest(image, namespace(scope), credentials));
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            for (String field : FIELDS) {
                JsonNode value = found.path(field);
                data.set(field, value.isMissingNode() ? NullNode.instance : value);
            }
            return data;
        } catch (FailedLookup failure) {
            throw LoadFailure.of("failed to fetch image descriptor: " + image + ", error: ", failure);
        }
    }

    private static String namespace(RuleScope scope) {
        try {
            return Objects.requireNonNullElse(scope.query("request.namespace").textValue(), "");
        } catch (QueryException exception) {
            return "";
        }
    }
}
