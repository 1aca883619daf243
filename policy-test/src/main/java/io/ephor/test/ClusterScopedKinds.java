package io.ephor.test;

import java.util.Map;
import java.util.Set;

/**
 * The kinds of Kubernetes itself that live in no namespace. A kind that is not known counts as namespaced, as in
 * Kyverno. Kyverno: cmd/cli/kubectl-kyverno/data.
 */
final class ClusterScopedKinds {
    private static final Map<String, Set<String>> BY_GROUP = Map.ofEntries(
            Map.entry("", Set.of("ComponentStatus", "Namespace", "Node", "NodeProxyOptions", "PersistentVolume")),
            Map.entry(
                    "admissionregistration.k8s.io",
                    Set.of(
                            "MutatingWebhookConfiguration",
                            "ValidatingAdmissionPolicy",
                            "ValidatingAdmissionPolicyBinding",
                            "ValidatingWebhookConfiguration")),
            Map.entry("apiextensions.k8s.io", Set.of("CustomResourceDefinition")),
            Map.entry("apiregistration.k8s.io", Set.of("APIService")),
            Map.entry("authentication.k8s.io", Set.of("SelfSubjectReview", "TokenReview")),
            Map.entry(
                    "authorization.k8s.io",
                    Set.of("SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview")),
            Map.entry("certificates.k8s.io", Set.of("CertificateSigningRequest")),
            Map.entry("flowcontrol.apiserver.k8s.io", Set.of("FlowSchema", "PriorityLevelConfiguration")),
            Map.entry("networking.k8s.io", Set.of("IPAddress", "IngressClass", "ServiceCIDR")),
            Map.entry("node.k8s.io", Set.of("RuntimeClass")),
            Map.entry("rbac.authorization.k8s.io", Set.of("ClusterRole", "ClusterRoleBinding")),
            Map.entry("resource.k8s.io", Set.of("DeviceClass", "ResourceSlice")),
            Map.entry("scheduling.k8s.io", Set.of("PriorityClass")),
            Map.entry(
                    "storage.k8s.io",
                    Set.of("CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass")));

    private ClusterScopedKinds() {}

    static boolean contains(String group, String kind) {
        return BY_GROUP.getOrDefault(group, Set.of()).contains(kind);
    }
}
