package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.variables.QueryException;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.values.GoQuote;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;

/**
 * A config map of the cluster, as {@code data} and {@code metadata}.
 *
 * <p>Kyverno: pkg/engine/context/loaders/configmap.go
 *
 * @param mapName the name of the config map
 * @param namespace its namespace; empty for that of the policy
 */
record ConfigMapEntry(EntryName name, EntryText mapName, EntryText namespace) implements CompiledEntry {
    @Override
    public String kind() {
        return EntryKind.CONFIG_MAP.field();
    }

    @Override
    public boolean isAvailable(EvaluationScope evaluation) {
        return evaluation.answers().lookups().configMaps() != null;
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
            throw LoadFailure.of("failed to add config map for context entry " + name + ": ", exception);
        }
    }

    private JsonNode fetch(RuleScope scope) {
        try {
            return configMap(scope);
        } catch (QueryException exception) {
            throw LoadFailure.of("failed to retrieve config map for context entry " + name + ": ", exception);
        }
    }

    private JsonNode configMap(RuleScope scope) {
        String mapText = text(scope, mapName, "name");
        String namespaceText = text(scope, namespace, "namespace");
        String policyNamespace = scope.policyNamespace();
        if (namespaceText.isEmpty()) {
            namespaceText = policyNamespace.isEmpty() ? "default" : policyNamespace;
        }
        if (!policyNamespace.isEmpty() && !namespaceText.equals(policyNamespace)) {
            throw LoadFailure.of("context entry " + name + ": configMap namespace " + GoQuote.of(namespaceText)
                    + " is different from policy namespace " + GoQuote.of(policyNamespace));
        }
        String prefix = "failed to get configmap " + namespaceText + "/" + mapText + " : ";
        try {
            JsonNode found = scope.evaluation().answers().configMap(namespaceText, mapText);
            if (found == null) {
                throw LoadFailure.of(prefix + "configmaps " + GoQuote.of(mapText) + " not found");
            }
            return dataAndMetadata(found);
        } catch (FailedLookup failure) {
            throw LoadFailure.of(prefix, failure);
        }
    }

    private static JsonNode dataAndMetadata(JsonNode configMap) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        JsonNode data = configMap.path("data");
        value.set("data", data.isMissingNode() ? NullNode.instance : data);
        JsonNode metadata = configMap.path("metadata");
        value.set("metadata", metadata.isMissingNode() ? JsonNodeFactory.instance.objectNode() : metadata);
        return value;
    }

    private String text(RuleScope scope, EntryText text, String field) {
        String prefix = "failed to substitute variables in context " + name + " configMap." + field + " " + text + ": ";
        JsonNode value;
        try {
            value = text.resolve(scope);
        } catch (SubstitutionException exception) {
            throw LoadFailure.of(prefix, exception);
        }
        if (!value.isTextual()) {
            throw LoadFailure.of(prefix + "expected string, got " + GoText.typeName(value, NumberView.FLOAT64));
        }
        return value.textValue();
    }
}
