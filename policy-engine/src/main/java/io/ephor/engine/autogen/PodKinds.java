package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.match.StatedKind;
import java.util.Map;
import java.util.Set;

/** Which kinds name pods and their controllers. */
final class PodKinds {
    private static final Set<String> LITERAL = Set.of(
            "Pod",
            "DaemonSet",
            "Deployment",
            "Job",
            "StatefulSet",
            "ReplicaSet",
            "ReplicationController",
            Autogen.CRON_JOB);
    private static final Map<String, String> QUALIFIED = Map.of(
            "DaemonSet",
            "apps/v1/DaemonSet",
            "Deployment",
            "apps/v1/Deployment",
            "Job",
            "batch/v1/Job",
            "StatefulSet",
            "apps/v1/StatefulSet",
            "ReplicaSet",
            "apps/v1/ReplicaSet",
            "ReplicationController",
            "v1/ReplicationController",
            Autogen.CRON_JOB,
            "batch/v1/CronJob",
            "Pod",
            "v1/Pod");

    private PodKinds() {}

    /** Says whether a list of kinds names pods in any spelling. */
    static boolean containPod(JsonNode kinds) {
        for (JsonNode kind : kinds) {
            if (kind.isTextual() && kindOf(kind.textValue()).equals("Pod")) {
                return true;
            }
        }
        return false;
    }

    /** Says whether a list of kinds names pods or a controller by the kind alone. */
    static boolean containLiteral(JsonNode kinds) {
        for (JsonNode kind : kinds) {
            if (kind.isTextual() && LITERAL.contains(kind.textValue())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the kind with its group and version, or the kind as it is where it is not one of the controllers. */
    static String qualified(String kind) {
        return QUALIFIED.getOrDefault(kind, kind);
    }

    /** Kyverno: {@code pkg/utils/kube/kind.go}, GetKindFromGVK and SplitSubresource. */
    private static String kindOf(String text) {
        if (text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            return text;
        }
        String kind = StatedKind.parse(text).kind();
        int slash = kind.indexOf('/');
        return slash < 0 ? kind : kind.substring(0, slash);
    }
}
