package io.ephor.engine.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.pod.Pod;
import io.ephor.engine.podsecurity.typed.TypedDocument;
import io.ephor.values.NumberView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a kind of resource has its pod. The metadata of a cron job are those of its job.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_pss.go
 */
enum PodSource {
    POD("", "", "spec"),
    TEMPLATE("/spec/template/metadata", "/spec/template/spec", "spec.template.spec"),
    CRON_JOB(
            "/spec/jobTemplate/metadata",
            "/spec/jobTemplate/spec/template/spec",
            "spec.jobTemplate.spec.template.spec");

    private static final Map<String, PodSource> BY_KIND = Map.of(
            "Pod", POD,
            "DaemonSet", TEMPLATE,
            "Deployment", TEMPLATE,
            "Job", TEMPLATE,
            "StatefulSet", TEMPLATE,
            "ReplicaSet", TEMPLATE,
            "ReplicationController", TEMPLATE,
            "CronJob", CRON_JOB);

    private final String metadata;
    private final String spec;
    private final String path;

    PodSource(String metadata, String spec, String path) {
        this.metadata = metadata;
        this.spec = spec;
        this.path = path;
    }

    /** {@return where a resource has its pod, or null for a kind that has none} */
    static @Nullable PodSource of(JsonNode resource) {
        String kind = resource.path("kind").textValue();
        return kind == null ? null : BY_KIND.get(kind);
    }

    TypedDocument read(JsonNode resource, NumberView numbers) {
        return switch (this) {
            case POD -> TypedDocument.pod(resource, numbers);
            case TEMPLATE -> TypedDocument.deployment(resource, numbers);
            case CRON_JOB -> TypedDocument.cronJob(resource, numbers);
        };
    }

    Pod pod(JsonNode read) {
        return this == POD
                ? Pod.of(read.path("metadata"), read.path("spec"))
                : Pod.of(read.at(metadata), read.at(spec));
    }

    /** {@return the specification of the pod of a resource as it is written, or a missing node} */
    JsonNode spec(JsonNode resource) {
        return this == POD ? resource.path("spec") : resource.at(spec);
    }

    /**
     * {@return the path of a field of the pod as it is shown} Each {@code spec} in it is replaced, and each
     * {@code metadata} as if it were that of a template, also for pods and within the names of annotations.
     */
    String shown(String field) {
        String below = this == POD ? field : field.replace("spec", path);
        return below.replace("metadata", "spec.template.metadata");
    }
}
