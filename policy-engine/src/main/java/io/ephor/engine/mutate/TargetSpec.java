package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.existing.AbsentResource;
import io.ephor.engine.existing.ExistingResources;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import io.ephor.lookup.ResourceKind;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code mutate.targets}. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/load_targets.go, pkg/clients/dclient/helpers.go
 *
 * @param index the position of the entry
 * @param selector which resources are meant
 * @param onlyNamespace the namespace of the policy, whatever the entry states; empty for a policy of the whole cluster
 * @param entries the context entries of each target
 * @param preconditions what must hold for a target, or null for nothing
 */
record TargetSpec(
        int index,
        Template selector,
        String onlyNamespace,
        CompiledContext entries,
        @Nullable CompiledConditions preconditions) {
    /**
     * Finds the targets.
     *
     * @return the targets, in the order of the lookup
     * @throws TargetException if they cannot be found
     */
    List<Target> find(RuleScope scope) {
        TargetSelector wanted = TargetSelector.read(substituted(scope));
        try {
            return find(onlyNamespace.isEmpty() ? wanted : wanted.in(onlyNamespace), new ExistingResources(scope));
        } catch (FailedLookup failure) {
            throw new TargetException(failure.text(), failure);
        }
    }

    private JsonNode substituted(RuleScope scope) {
        try {
            return selector.resolve(scope);
        } catch (SubstitutionException exception) {
            throw new TargetException(
                    "failed to substitute variables in target[" + index + "]: " + exception.getMessage(), exception);
        }
    }

    private static List<Target> find(TargetSelector wanted, ExistingResources resources) {
        ResourceKind kind = wanted.kind();
        if (isName(wanted.namespace()) && isName(wanted.name())) {
            return List.of(named(kind, wanted.namespace(), wanted.name(), resources));
        }
        List<Target> targets = new ArrayList<>();
        for (JsonNode found : resources.list(kind.parent(), wanted.namespace(), wanted.name(), wanted.labels())) {
            // A subresource is asked for by the name as written, which finds nothing where that is a pattern.
            targets.add(
                    kind.subresource().isEmpty()
                            ? new Target(kind, found)
                            : named(kind, namespace(found), wanted.name(), resources));
        }
        return targets;
    }

    private static Target named(ResourceKind kind, String namespace, String name, ExistingResources resources) {
        JsonNode found = resources.find(kind, namespace, name);
        if (found == null) {
            throw new TargetException(AbsentResource.text(kind, name), null);
        }
        return new Target(kind, found);
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && !Wildcard.containsWildcard(text);
    }

    private static String namespace(JsonNode resource) {
        return Objects.requireNonNullElse(
                resource.path("metadata").path("namespace").textValue(), "");
    }
}
