package io.ephor.engine.existing;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.match.ListSelector;
import io.ephor.lookup.ResourceKind;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The resources that exist already, as a rule finds them. Whatever a lookup returns, only resources that the question was
 * for come out. Confined to one thread.
 *
 * @param scope asks the lookup, which must be there: {@link RuleScope#knowsResources()}
 */
public record ExistingResources(RuleScope scope) {
    /**
     * {@return the resource of a name, or null where there is none}
     *
     * @param namespace the namespace; empty for a resource of the cluster
     * @throws FailedLookup if the lookup has no answer, or one that is no resource
     */
    public @Nullable JsonNode find(ResourceKind kind, String namespace, String name) {
        JsonNode found = scope.resource(kind, namespace, name).orElse(null);
        if (found != null && !found.isObject()) {
            throw new FailedLookup("the lookup has an answer that is no resource");
        }
        return found;
    }

    /**
     * {@return the resources of a kind, in the order of the lookup}
     *
     * @param namespace a pattern of their namespaces; empty for any
     * @param name a pattern of their names; empty for any
     * @param selector what their labels must be
     * @throws FailedLookup if the lookup has no answer, or the selector is none
     */
    public List<JsonNode> list(ResourceKind kind, String namespace, String name, ListSelector selector) {
        String fault = selector.fault();
        if (fault != null) {
            throw new FailedLookup(fault);
        }
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : answer(kind, namespace, selector)) {
            if (isOfKind(resource, kind)
                    && matches(namespace, resource, "namespace")
                    && matches(name, resource, "name")
                    && selector.selects(resource)) {
                found.add(resource);
            }
        }
        return found;
    }

    /**
     * {@return how many resources the lookup returns for a list, also those that {@link #list} leaves out}
     *
     * @param namespace a pattern of their namespaces; empty for any
     * @param selector what their labels must be
     * @throws FailedLookup if the lookup has no answer
     */
    public int candidates(ResourceKind kind, String namespace, ListSelector selector) {
        return answer(kind, namespace, selector).size();
    }

    private List<JsonNode> answer(ResourceKind kind, String namespace, ListSelector selector) {
        return scope.resources(kind, Wildcard.containsWildcard(namespace) ? "" : namespace, selector.text());
    }

    private static boolean isOfKind(@Nullable JsonNode resource, ResourceKind kind) {
        return resource != null && resource.isObject() && kind.matches(resource);
    }

    private static boolean matches(String pattern, JsonNode resource, String field) {
        return pattern.isEmpty()
                || Wildcard.matches(
                        pattern,
                        Objects.requireNonNullElse(
                                resource.path("metadata").path(field).textValue(), ""));
    }
}
