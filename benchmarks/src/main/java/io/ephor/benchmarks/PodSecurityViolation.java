package io.ephor.benchmarks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A way to violate a Pod Security policy: a field of a Pod that gets another value, or is missing. */
enum PodSecurityViolation {
    ADDED_CAPABILITY("disallow-capabilities", "/spec/containers/2/securityContext/capabilities/add", "['SYS_ADMIN']"),
    HOST_PID("disallow-host-namespaces", "/spec/hostPID", "true"),
    HOST_IPC("disallow-host-namespaces", "/spec/hostIPC", "true"),
    HOST_NETWORK("disallow-host-namespaces", "/spec/hostNetwork", "true"),
    HOST_PATH("disallow-host-path", "/spec/volumes/2/hostPath", "{'path': '/'}"),
    HOST_PORT_OUT_OF_RANGE("disallow-host-ports-range", "/spec/containers/2/ports/1/hostPort", "7000"),
    HOST_PORT("disallow-host-ports", "/spec/containers/2/ports/1/hostPort", "5500"),
    HOST_PROCESS("disallow-host-process", "/spec/containers/2/securityContext/windowsOptions/hostProcess", "true"),
    PRIVILEGED("disallow-privileged-containers", "/spec/containers/2/securityContext/privileged", "true"),
    PRIVILEGED_INIT_CONTAINER(
            "disallow-privileged-containers", "/spec/initContainers/0/securityContext/privileged", "true"),
    PROC_MOUNT("disallow-proc-mount", "/spec/containers/2/securityContext/procMount", "'Unmasked'"),
    SELINUX_TYPE("disallow-selinux", "/spec/securityContext/seLinuxOptions/type", "'spc_t'"),
    SELINUX_TYPE_OF_CONTAINER("disallow-selinux", "/spec/containers/2/securityContext/seLinuxOptions/type", "'spc_t'"),
    SELINUX_USER("disallow-selinux", "/spec/containers/2/securityContext/seLinuxOptions", "{'user': 'sysadm_u'}"),
    APPARMOR(
            "restrict-apparmor-profiles",
            "/metadata/annotations/container.apparmor.security.beta.kubernetes.io~1envoy",
            "'unconfined'"),
    SECCOMP("restrict-seccomp", "/spec/securityContext/seccompProfile/type", "'Unconfined'"),
    SECCOMP_OF_CONTAINER("restrict-seccomp", "/spec/containers/2/securityContext/seccompProfile/type", "'Unconfined'"),
    SYSCTL("restrict-sysctls", "/spec/securityContext/sysctls/0/name", "'kernel.msgmax'"),
    NOTHING_DROPPED(
            "disallow-capabilities-strict", "/spec/containers/2/securityContext/capabilities/drop", "['CHOWN']"),
    ADDED_BASELINE_CAPABILITY(
            "disallow-capabilities-strict", "/spec/containers/2/securityContext/capabilities/add", "['CHOWN']"),
    PRIVILEGE_ESCALATION(
            "disallow-privilege-escalation", "/spec/containers/2/securityContext/allowPrivilegeEscalation", "true"),
    ROOT_USER("require-run-as-non-root-user", "/spec/securityContext/runAsUser", "0"),
    ROOT_USER_OF_CONTAINER("require-run-as-non-root-user", "/spec/containers/2/securityContext/runAsUser", "0"),
    MAY_BE_ROOT("require-run-as-nonroot", "/spec/containers/2/securityContext/runAsNonRoot", "false"),
    NO_SECCOMP_PROFILE("restrict-seccomp-strict", "/spec/containers/2/securityContext/seccompProfile/type") {
        @Override
        void change(ObjectNode pod) {
            pod.withObject("/spec/securityContext").remove("seccompProfile");
            pod.withObject("/spec/containers/2/securityContext").remove("seccompProfile");
        }
    },
    VOLUME_TYPE("restrict-volume-types", "/spec/volumes/2/nfs", "{'server': 'files', 'path': '/'}");

    private final String policy;
    private final String place;
    private final String value;

    PodSecurityViolation(String policy, String place, String value) {
        this.policy = policy;
        this.place = place;
        this.value = value.replace('\'', '"');
    }

    /** Something is missing. */
    PodSecurityViolation(String policy, String place) {
        this(policy, place, "null");
    }

    /** Returns the name of the policy that is violated. */
    String policy() {
        return policy;
    }

    /** Returns where the floor sees it, as a JSON Pointer. */
    String place() {
        return place;
    }

    /** Returns a copy of a Pod, with the violation. */
    JsonNode in(JsonNode pod) {
        ObjectNode copy = pod.deepCopy();
        change(copy);
        return copy;
    }

    void change(ObjectNode pod) {
        JsonPointer pointer = JsonPointer.compile(place);
        try {
            pod.withObject(pointer.head()).set(pointer.last().getMatchingProperty(), new JsonMapper().readTree(value));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
