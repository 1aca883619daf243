package io.ephor.engine.podsecurity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The controls that an exclude can name, and the checks behind each.
 *
 * <p>Kyverno: pkg/pss/utils/mapping.go
 */
public final class Controls {
    private static final Map<String, List<String>> CHECKS = Map.ofEntries(
            Map.entry("Capabilities", List.of("capabilities_baseline", "capabilities_restricted")),
            Map.entry("Seccomp", List.of("seccompProfile_baseline", "seccompProfile_restricted")),
            Map.entry("Privileged Containers", List.of("privileged")),
            Map.entry("Host Ports", List.of("hostPorts")),
            Map.entry("/proc Mount Type", List.of("procMount")),
            Map.entry("HostProcess", List.of("windowsHostProcess")),
            Map.entry("SELinux", List.of("seLinuxOptions")),
            Map.entry("Host Namespaces", List.of("hostNamespaces")),
            Map.entry("HostPath Volumes", List.of("hostPathVolumes")),
            Map.entry("Sysctls", List.of("sysctls")),
            Map.entry("AppArmor", List.of("appArmorProfile")),
            Map.entry("Privilege Escalation", List.of("allowPrivilegeEscalation")),
            Map.entry("Running as Non-root", List.of("runAsNonRoot")),
            Map.entry("Running as Non-root user", List.of("runAsUser")),
            Map.entry("Volume Types", List.of("restrictedVolumes")));

    private Controls() {}

    /** {@return the names of all controls} */
    public static Set<String> names() {
        return CHECKS.keySet();
    }

    /**
     * {@return the names of the checks of a control; none for a control that is not known}
     *
     * @param control the name of the control
     */
    public static List<String> checksOf(String control) {
        return CHECKS.getOrDefault(control, List.of());
    }

    /**
     * {@return the name of the control of a check, empty for the check that cannot be excluded}
     *
     * @param check the name of the check
     */
    public static String controlOf(String check) {
        for (Map.Entry<String, List<String>> control : CHECKS.entrySet()) {
            if (control.getValue().contains(check)) {
                return control.getKey();
            }
        }
        return "";
    }
}
