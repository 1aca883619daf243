package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lists that are merged in the kinds of Kubernetes 1.21.2, which is what the reference has built in. A kind that is
 * not here has none. Immutable and thread-safe.
 *
 * <p>Kyverno: kyaml {@code openapi/kubernetesapi}, {@code x-kubernetes-patch-merge-key} and
 * {@code x-kubernetes-list-map-keys}
 */
final class MergeKeyTable {
    /** An API version and kinds of it, of which nothing but their metadata is merged. */
    private static final String OF_METADATA = """
            apiextensions.k8s.io/v1 CustomResourceDefinition
            apiextensions.k8s.io/v1beta1 CustomResourceDefinition
            apps/v1 ControllerRevision
            authentication.k8s.io/v1 TokenRequest TokenReview
            authentication.k8s.io/v1beta1 TokenReview
            authorization.k8s.io/v1 LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview
            authorization.k8s.io/v1beta1 LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview
            autoscaling/v1 HorizontalPodAutoscaler Scale
            autoscaling/v2beta1 HorizontalPodAutoscaler
            autoscaling/v2beta2 HorizontalPodAutoscaler
            certificates.k8s.io/v1 CertificateSigningRequest
            certificates.k8s.io/v1beta1 CertificateSigningRequest
            coordination.k8s.io/v1 Lease
            coordination.k8s.io/v1beta1 Lease
            discovery.k8s.io/v1 EndpointSlice
            discovery.k8s.io/v1beta1 EndpointSlice
            events.k8s.io/v1 Event
            events.k8s.io/v1beta1 Event
            extensions/v1beta1 Ingress
            flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema PriorityLevelConfiguration
            networking.k8s.io/v1 Ingress IngressClass NetworkPolicy
            networking.k8s.io/v1beta1 Ingress IngressClass
            node.k8s.io/v1 RuntimeClass
            node.k8s.io/v1beta1 RuntimeClass
            policy/v1beta1 Eviction PodSecurityPolicy
            rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding
            rbac.authorization.k8s.io/v1beta1 ClusterRole ClusterRoleBinding Role RoleBinding
            scheduling.k8s.io/v1 PriorityClass
            scheduling.k8s.io/v1beta1 PriorityClass
            storage.k8s.io/v1 CSIDriver StorageClass VolumeAttachment
            storage.k8s.io/v1beta1 CSIDriver CSIStorageCapacity StorageClass VolumeAttachment
            v1 Binding ConfigMap Endpoints Event LimitRange PersistentVolume ResourceQuota Secret
            """;

    private static final MergePosition METADATA =
            MergePosition.ofMap().put("finalizers", byValue()).put("ownerReferences", by("uid"));
    private static final MergePosition CONDITIONS = MergePosition.ofMap().put("conditions", by("type"));
    private static final MergePosition POD_SPEC = podSpec();
    private static final MergePosition POD_TEMPLATE = object().put("spec", POD_SPEC);

    static final MergeKeyTable INSTANCE = new MergeKeyTable();

    private final Map<String, Map<String, MergePosition>> kinds = new HashMap<>();

    private MergeKeyTable() {
        addAll(OF_METADATA, object());
        addAll("""
                apiregistration.k8s.io/v1 APIService
                apiregistration.k8s.io/v1beta1 APIService
                policy/v1 PodDisruptionBudget
                policy/v1beta1 PodDisruptionBudget
                v1 Namespace PersistentVolumeClaim
                """, object().put("status", CONDITIONS));
        addAll("""
                admissionregistration.k8s.io/v1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
                admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
                """, object().put("webhooks", by("name")));
        MergePosition controller = object().put("spec", MergePosition.ofMap().put("template", POD_TEMPLATE));
        addAll("""
                batch/v1 CronJob
                batch/v1beta1 CronJob
                """, object().put("spec", MergePosition.ofMap().put("jobTemplate", controller)));
        addAll(
                """
                apps/v1 DaemonSet Deployment ReplicaSet StatefulSet
                batch/v1 Job
                v1 ReplicationController
                """,
                object().put("spec", MergePosition.ofMap().put("template", POD_TEMPLATE))
                        .put("status", CONDITIONS));
        addAll("""
                storage.k8s.io/v1 CSINode
                storage.k8s.io/v1beta1 CSINode
                """, object().put("spec", MergePosition.ofMap().put("drivers", by("name"))));
        addAll("v1 ComponentStatus", object().put("conditions", by("type")));
        addAll(
                "v1 Node",
                object().put("spec", MergePosition.ofMap().put("podCIDRs", byValue()))
                        .put(
                                "status",
                                MergePosition.ofMap()
                                        .put("addresses", by("type"))
                                        .put("conditions", by("type"))));
        addAll(
                "v1 Pod",
                object().put("spec", POD_SPEC)
                        .put(
                                "status",
                                MergePosition.ofMap()
                                        .put("conditions", by("type"))
                                        .put("podIPs", by("ip"))));
        addAll("v1 PodTemplate", object().put("template", POD_TEMPLATE));
        addAll(
                "v1 Service",
                object().put("spec", MergePosition.ofMap().put("ports", by("port", "protocol")))
                        .put("status", CONDITIONS));
        addAll("v1 ServiceAccount", object().put("secrets", by("name")));
    }

    /** {@return the schema of the kind that a map says it is, null where it says none that is known} */
    @Nullable
    MergePosition find(JsonNode map) {
        if (!(map.get("apiVersion") instanceof TextNode apiVersion) || !(map.get("kind") instanceof TextNode kind)) {
            return null;
        }
        Map<String, MergePosition> ofVersion = kinds.get(apiVersion.textValue());
        return ofVersion == null ? null : ofVersion.get(kind.textValue());
    }

    private void addAll(String lines, MergePosition position) {
        for (String line : lines.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            Map<String, MergePosition> ofVersion = kinds.computeIfAbsent(words.get(0), version -> new HashMap<>());
            for (String kind : words.subList(1, words.size())) {
                ofVersion.put(kind, position);
                // A list of objects is a known kind too, whose items are replaced.
                ofVersion.put(kind + "List", MergePosition.PLAIN);
            }
        }
    }

    private static MergePosition object() {
        return MergePosition.ofMap().put("metadata", METADATA);
    }

    private static MergePosition podSpec() {
        MergePosition claim = MergePosition.ofMap().put("volumeClaimTemplate", object());
        return MergePosition.ofMap()
                .put("containers", container().put("ports", by("containerPort", "protocol")))
                .put("initContainers", container().put("ports", by("containerPort", "protocol")))
                .put("ephemeralContainers", container())
                .put("volumes", by("name").put("ephemeral", claim))
                .put("imagePullSecrets", by("name"))
                .put("hostAliases", by("ip"))
                .put("topologySpreadConstraints", by("topologyKey", "whenUnsatisfiable"));
    }

    private static MergePosition container() {
        return by("name")
                .put("env", by("name"))
                .put("volumeMounts", by("mountPath"))
                .put("volumeDevices", by("devicePath"));
    }

    private static MergePosition by(String... keys) {
        return MergePosition.ofList(List.of(keys));
    }

    private static MergePosition byValue() {
        return by("");
    }
}
