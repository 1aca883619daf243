package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.JsonLength;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.existing.ExistingResources;
import io.ephor.engine.match.ListSelector;
import io.ephor.lookup.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resources that exist, and before them those that the rules of this evaluation made: a rule may copy what the one
 * before it made. Confined to one thread.
 */
public final class Cluster {
    /** How many resources the rules of one policy may make in one evaluation. */
    static final int MOST_RESOURCES = 10_000;

    /** How long all of them may be as JSON text. */
    static final long MOST_BYTES = 64L << 20;

    /** How many resources all lists of clones may look at. */
    static final long MOST_SOURCES = 2_000_000;

    private final Map<Target, JsonNode> made = new LinkedHashMap<>();
    private final Map<Target, JsonNode> madeOfAnyVersion = new HashMap<>();
    private int count;
    private long bytes;
    private long sources;

    /** Makes a cluster in which no rule has made anything yet. */
    public Cluster() {}

    /**
     * Returns a resource; null where there is none, or no lookup.
     *
     * @throws FailedLookup if the lookup has no answer
     */
    @Nullable
    JsonNode find(Target target, RuleScope scope) {
        JsonNode own = (target.apiVersion().isEmpty() ? madeOfAnyVersion : made).get(target);
        if (own != null || !scope.knowsResources()) {
            return own;
        }
        return new ExistingResources(scope).find(target.resourceKind(), target.namespace(), target.name());
    }

    /**
     * Returns the resources of a kind.
     *
     * @param place the kind and the namespace, in which every name counts
     * @throws FailedLookup if the lookup has no answer
     */
    List<JsonNode> list(Target place, ListSelector selector, RuleScope scope) {
        Map<Target, JsonNode> found = new LinkedHashMap<>();
        ExistingResources existing = new ExistingResources(scope);
        ResourceKind kind = place.resourceKind();
        for (JsonNode resource : existing.list(kind, place.namespace(), "", selector)) {
            found.put(Target.ofResource(resource), resource);
        }
        sources += 1 + existing.looked() + made.size();
        for (JsonNode own : made.values()) {
            if (ExistingResources.isListed(own, kind, place.namespace(), "", selector)) {
                found.put(Target.ofResource(own), own);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Returns why there is no further list, or null. */
    @Nullable
    GenerationFailure exhausted() {
        return sources < MOST_SOURCES
                ? null
                : GenerationFailure.limit("the generate rules of one evaluation look at more than " + MOST_SOURCES
                        + " resources to copy (limit sources)");
    }

    /** Takes what a rule made; returns why it may not, or null. */
    @Nullable
    GenerationFailure put(Target target, JsonNode resource) {
        if (count == MOST_RESOURCES) {
            return GenerationFailure.limit("the generate rules of one evaluation make more than " + MOST_RESOURCES
                    + " resources (limit resources)");
        }
        try {
            bytes += JsonLength.of(resource, MOST_BYTES);
        } catch (ArithmeticException noNumber) {
            return GenerationFailure.of("json: unsupported value: " + noNumber.getMessage());
        }
        if (bytes > MOST_BYTES) {
            return GenerationFailure.limit("the generate rules of one evaluation make more than " + MOST_BYTES
                    + " bytes of JSON (limit bytes)");
        }
        count++;
        made.put(target, resource);
        madeOfAnyVersion.put(target.ofAnyVersion(), resource);
        return null;
    }
}
