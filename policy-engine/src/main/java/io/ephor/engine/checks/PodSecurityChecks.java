package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.FieldPath;
import io.ephor.values.GoQuote;
import java.util.Set;

/**
 * What the entries of {@code podSecurity.exclude} may state together.
 *
 * <p>Kyverno: api/kyverno/v1/rule_types.go, api/kyverno/v1/common_types.go
 */
final class PodSecurityChecks {
    private static final Set<String> OF_CONTAINERS =
            Set.of("Capabilities", "Privileged Containers", "Host Ports", "/proc Mount Type", "Privilege Escalation");
    private static final Set<String> OF_PODS = Set.of("Host Namespaces", "HostPath Volumes", "Sysctls", "Volume Types");
    private static final Set<String> ONLY_RESTRICTED =
            Set.of("Volume Types", "Privilege Escalation", "Running as Non-root", "Running as Non-root user");

    private final FaultCollector faults;

    PodSecurityChecks(FaultCollector faults) {
        this.faults = faults;
    }

    void check(JsonNode podSecurity, String pointer) {
        boolean baseline = Texts.of(podSecurity, "level").equals("baseline");
        JsonNode excludes = podSecurity.path("exclude");
        for (int i = 0; i < excludes.size(); i++) {
            checkExclude(excludes.path(i), pointer + "/exclude/" + i, baseline);
        }
    }

    private void checkExclude(JsonNode exclude, String pointer, boolean baseline) {
        String control = Texts.of(exclude, "controlName");
        boolean forImages = !exclude.path("images").isEmpty();
        if (OF_CONTAINERS.contains(control) && !forImages) {
            error(
                    "missing-field",
                    pointer,
                    "missing field `images`: `" + control + "` is a control of containers",
                    control(pointer, control, "exclude.images must be specified for the container level control"));
        }
        if (OF_PODS.contains(control) && forImages) {
            error(
                    "conflicting-fields",
                    pointer + "/images",
                    "`" + control + "` is a control of pods, which has no images",
                    control(pointer, control, "exclude.images must not be specified for the pod level control"));
        }
        boolean forField = !Texts.of(exclude, "restrictedField").isEmpty();
        boolean forValues = !exclude.path("values").isEmpty();
        if (forField && !forValues) {
            error(
                    "missing-field",
                    pointer,
                    "missing field `values`, which belongs to `restrictedField`",
                    place(pointer) + ".values: Forbidden: values is required");
        }
        if (forValues && !forField) {
            error(
                    "missing-field",
                    pointer,
                    "missing field `restrictedField`, which belongs to `values`",
                    place(pointer) + ".restrictedField: Forbidden: restrictedField is required");
        }
        if (baseline && ONLY_RESTRICTED.contains(control)) {
            error(
                    "unknown-control",
                    pointer + "/controlName",
                    "`" + control + "` is no control of the level `baseline`",
                    control(pointer, control, "Invalid control name defined at the given level"));
        }
    }

    private static String control(String pointer, String control, String detail) {
        return place(pointer) + ".controlName: Invalid value: " + GoQuote.of(control) + ": " + detail;
    }

    /** Kyverno leaves the block out in which the entry stands. */
    private static String place(String pointer) {
        return FieldPath.of(pointer.replace("/validate/podSecurity/", "/podSecurity/"));
    }

    private void error(String code, String pointer, String message, String text) {
        faults.error(code, pointer, message, AdmissionStep.CONTROLS, text);
    }
}
