package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.GeneratedResource;
import io.ephor.GroupVersionKind;
import io.ephor.MissingLookup;
import io.ephor.ResourceReference;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.existing.AbsentResource;
import io.ephor.engine.match.ListSelector;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one rule makes in one evaluation. Confined to one thread.
 *
 * <p>Kyverno: pkg/background/generate/generator.go, data.go, clone.go
 */
public final class Production {
    private static final String NO_LOOKUP = "no lookup for existing resources was given";
    private static final List<MissingLookup> MISSING = List.of(MissingLookup.of("generate", "resources"));

    private final GenerateSettings settings;
    private final Map<String, String> ownership;
    private final Cluster cluster;
    private final List<GeneratedResource> made = new ArrayList<>();
    private boolean blind;

    /**
     * Starts a production.
     *
     * @param ownership the labels of everything that is made
     * @param cluster what there is already
     */
    public Production(GenerateSettings settings, Map<String, String> ownership, Cluster cluster) {
        this.settings = settings;
        this.ownership = ownership;
        this.cluster = cluster;
    }

    /** {@return what was made so far} */
    public List<GeneratedResource> made() {
        return List.copyOf(made);
    }

    /** {@return the lookups that were needed and not given} */
    public List<MissingLookup> missingLookups() {
        return blind ? MISSING : List.of();
    }

    /** Makes a resource of data; what is no data is an object without fields. */
    @Nullable
    GenerationFailure data(Target target, JsonNode data, RuleScope scope) {
        if (!isReadable(data)) {
            return unreadable(target, "an object, found " + (data.isArray() ? "a list" : "a scalar"));
        }
        JsonNode existing;
        try {
            existing = cluster.find(target, scope);
        } catch (FailedLookup failure) {
            return GenerationFailure.of(failure.text(), failure.getCause());
        }
        if (existing != null && !settings.synchronize()) {
            return null;
        }
        if (!isReadable(data.path(Metadata.FIELD))) {
            return unreadable(target, "an object in `metadata`");
        }
        ObjectNode finished = FinishedResource.of(data, target, existing, version(existing), ownership);
        return add(target, existing, finished, GeneratedResource.Mode.DATA, null);
    }

    private static boolean isReadable(JsonNode object) {
        return object.isObject() || object.isMissingNode() || object.isNull();
    }

    private static GenerationFailure unreadable(Target target, String expected) {
        return GenerationFailure.of("failed to read the data of " + target + ": expected " + expected);
    }

    /** Makes a copy of one resource. */
    @Nullable
    GenerationFailure copy(Target target, Target source, RuleScope scope) {
        if (source.isAtSamePlace(target)) {
            return null;
        }
        String missing = "source resource " + target + " not found: ";
        JsonNode original;
        try {
            original = cluster.find(source, scope);
        } catch (FailedLookup failure) {
            return GenerationFailure.of(missing + failure.text(), failure.getCause());
        }
        if (original == null) {
            return GenerationFailure.of(missing
                    + (scope.knowsResources()
                            ? AbsentResource.text(source.resourceKind(), source.name())
                            : noLookup()));
        }
        return copy(target, source, original, GeneratedResource.Mode.CLONE, scope);
    }

    /**
     * Makes copies of all resources of some kinds.
     *
     * @param kinds the kinds with their versions, such as {@code v1/Secret}
     * @param from the namespace of the sources
     * @param to the namespace of the copies
     */
    @Nullable
    GenerationFailure copies(List<CloneKind> kinds, String from, String to, ListSelector selector, RuleScope scope) {
        for (CloneKind kind : kinds) {
            GenerationFailure exhausted = cluster.exhausted();
            if (exhausted != null) {
                return exhausted;
            }
            Target place = new Target(kind.apiVersion(), kind.kind(), from, "");
            String unknown = "failed to list source resource for cloneList " + kind.apiVersion() + " " + kind.kind()
                    + "/" + from + ". ";
            if (!scope.knowsResources()) {
                return GenerationFailure.of(unknown + noLookup());
            }
            List<JsonNode> originals;
            try {
                originals = cluster.list(place, selector, scope);
            } catch (FailedLookup failure) {
                return GenerationFailure.of(unknown + failure.text(), failure.getCause());
            }
            for (JsonNode original : originals) {
                GenerationFailure failure = copyOfList(original, to, scope);
                if (failure != null) {
                    return failure;
                }
            }
        }
        return null;
    }

    private String noLookup() {
        blind = true;
        return NO_LOOKUP;
    }

    private @Nullable GenerationFailure copyOfList(JsonNode original, String to, RuleScope scope) {
        Target source = Target.ofResource(original);
        return source.namespace().equals(to)
                ? null
                : copy(source.at(to, source.name()), source, original, GeneratedResource.Mode.CLONE_LIST, scope);
    }

    private @Nullable GenerationFailure copy(
            Target target, Target source, JsonNode original, GeneratedResource.Mode mode, RuleScope scope) {
        JsonNode existing;
        try {
            existing = cluster.find(target, scope);
        } catch (FailedLookup failure) {
            return GenerationFailure.of(
                    "failed to get target resource " + target + ": " + failure.text(), failure.getCause());
        }
        if (existing != null && !settings.synchronize()) {
            return null;
        }
        ObjectNode copy = CloneCopy.of(original, target.namespace());
        if (existing != null && !settings.serverSideApply()) {
            CloneCopy.takeServerFields(copy, existing);
            if (JsonEquality.deepEqual(copy, existing, NumberView.FLOAT64)) {
                return null;
            }
        }
        String version = settings.serverSideApply() ? "" : version(existing);
        ObjectNode finished = FinishedResource.of(copy, target, existing, version, ownership);
        GroupVersionKind kind = source.apiVersion().isEmpty()
                ? GroupVersionKind.of(original)
                : GroupVersionKind.of(source.apiVersion(), source.kind());
        return add(target, existing, finished, mode, new ResourceReference(kind, source.namespace(), source.name()));
    }

    private static String version(@Nullable JsonNode existing) {
        return existing == null ? "" : Target.text(existing.path(Metadata.FIELD), "resourceVersion");
    }

    private @Nullable GenerationFailure add(
            Target target,
            @Nullable JsonNode existing,
            ObjectNode resource,
            GeneratedResource.Mode mode,
            @Nullable ResourceReference source) {
        if (existing != null && Likeness.holds(resource, existing)) {
            return null;
        }
        GenerationFailure refused = cluster.put(target, resource);
        if (refused != null) {
            return refused;
        }
        GeneratedResource.Action action =
                existing == null ? GeneratedResource.Action.CREATE : GeneratedResource.Action.UPDATE;
        made.add(
                source == null
                        ? GeneratedResource.ofData(settings.rule(), action, resource)
                        : GeneratedResource.ofClone(settings.rule(), action, mode, resource, source));
        return null;
    }
}
