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
 */
public final class ExistingResources {
    private final RuleScope scope;
    private long looked;

    /**
     * Makes a view of what exists.
     *
     * @param scope asks the lookup, which must be there: {@link RuleScope#knowsResources()}
     */
    public ExistingResources(RuleScope scope) {
        this.scope = scope;
    }

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
        String asked = Wildcard.containsWildcard(namespace) ? "" : namespace;
        List<JsonNode> answer = scope.resources(kind, asked, selector.text());
        looked += answer.size();
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : answer) {
            if (isListed(resource, kind, namespace, name, selector)) {
                found.add(resource);
            }
        }
        return found;
    }

    /** {@return how many resources the lookup returned for the lists so far, also those that were left out} */
    public long looked() {
        return looked;
    }

    /**
     * {@return whether a list has a resource}
     *
     * @param resource the resource, or something that is none
     * @param namespace a pattern of the namespaces; empty for any
     * @param name a pattern of the names; empty for any
     * @param selector what the labels must be
     */
    public static boolean isListed(
            @Nullable JsonNode resource, ResourceKind kind, String namespace, String name, ListSelector selector) {
        return resource != null
                && resource.isObject()
                && kind.matches(resource)
                && matches(namespace, resource, "namespace")
                && matches(name, resource, "name")
                && selector.selects(resource);
    }

    private static boolean matches(String pattern, JsonNode resource, String field) {
        return pattern.isEmpty()
                || Wildcard.matches(
                        pattern,
                        Objects.requireNonNullElse(
                                resource.path("metadata").path(field).textValue(), ""));
    }
}
