package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.cleanup.CleanupDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import java.util.List;
import java.util.Set;

/**
 * Checks a cleanup policy as the admission of cleanup policies does. Every fault is reported. What the
 * controller may delete only a cluster knows; it is not checked.
 *
 * <p>Kyverno: api/kyverno/v2/cleanup_policy_types.go, pkg/validation/cleanuppolicy/validate.go
 */
public final class CleanupChecks {
    private final FaultCollector faults;
    private final Set<String> clusterScopedKinds;

    /**
     * Makes the checks of one policy.
     *
     * @param faults takes the faults
     * @param clusterScopedKinds API versions and kinds that are in no namespace
     */
    public CleanupChecks(FaultCollector faults, Set<String> clusterScopedKinds) {
        this.faults = faults;
        this.clusterScopedKinds = clusterScopedKinds;
    }

    /** Checks a policy as written. */
    public void check(CleanupDefinition policy) {
        JsonNode spec = policy.spec();
        boolean namespaced = policy.kind().equals(CleanupDefinition.NAMESPACED_KIND);
        context(spec.path("context"));
        for (String block : List.of("match", "exclude")) {
            block(spec.path(block), "/spec/" + block, namespaced);
        }
        new ConflictCheck(faults).check(spec, "/spec", "the policy");
    }

    private void context(JsonNode entries) {
        for (int i = 0; i < entries.size(); i++) {
            for (String source : List.of("configMap", "imageRegistry")) {
                if (entries.get(i).hasNonNull(source)) {
                    faults.report(Fault.error(
                                    "context-not-allowed",
                                    "/spec/context/" + i + "/" + source,
                                    "a cleanup policy has no `" + source + "` in its context")
                            .withKeyAsPlace());
                }
            }
        }
    }

    private void block(JsonNode block, String pointer, boolean namespaced) {
        for (String list : List.of("any", "all")) {
            JsonNode filters = block.path(list);
            for (int i = 0; i < filters.size(); i++) {
                filter(filters.get(i), pointer + "/" + list + "/" + i, namespaced);
            }
        }
    }

    private void filter(JsonNode filter, String pointer, boolean namespaced) {
        for (String field : FilterChecks.OF_USERS) {
            if (!filter.path(field).isEmpty()) {
                faults.report(Fault.error(
                                "user-not-allowed",
                                pointer + "/" + field,
                                "nobody makes a request when resources are cleaned up: `" + field + "` is not possible")
                        .withKeyAsPlace());
            }
        }
        JsonNode resources = filter.path("resources");
        if (namespaced && !resources.path("namespaces").isEmpty()) {
            faults.report(Fault.error(
                            "namespaces-not-allowed",
                            pointer + "/resources/namespaces",
                            "a policy of a namespace concerns no other: `namespaces` is not possible")
                    .withKeyAsPlace());
        }
        JsonNode kinds = resources.path("kinds");
        for (int i = 0; namespaced && i < kinds.size(); i++) {
            if (isClusterScoped(String.valueOf(kinds.get(i).textValue()))) {
                String message = "a policy of a namespace concerns nothing outside of it, and `"
                        + kinds.get(i).textValue() + "` is in no namespace";
                faults.report(Fault.error("cluster-kind-not-allowed", pointer + "/resources/kinds/" + i, message));
            }
        }
        if (resources.path("selector").isObject()) {
            FilterChecks.selector(resources.path("selector"), pointer, AdmissionStep.MATCH, faults);
        }
    }

    private boolean isClusterScoped(String kind) {
        for (String known : clusterScopedKinds) {
            if (known.equals(kind)
                    || known.substring(known.lastIndexOf('/') + 1).equals(kind)) {
                return true;
            }
        }
        return false;
    }
}
