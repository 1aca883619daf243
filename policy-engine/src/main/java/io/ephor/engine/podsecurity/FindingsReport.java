package io.ephor.engine.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.PodSecurityFinding;
import io.ephor.PodSecurityFindings;
import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.values.ImageReference;
import io.ephor.values.ImageReferenceException;
import java.util.ArrayList;
import java.util.List;

/**
 * Failed checks as reports have them, with the images of the containers that they name.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_pss.go, addImages
 */
final class FindingsReport {
    private static final String CONTAINER = "container";
    private static final String MUST = "must";
    private static final List<String> LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    private FindingsReport() {}

    static PodSecurityFindings of(String level, String version, List<FailedCheck> checks, JsonNode podSpec) {
        List<PodSecurityFinding> findings = new ArrayList<>(checks.size());
        for (FailedCheck check : checks) {
            List<String> images = new ArrayList<>();
            for (String container : containers(check.detail())) {
                images.add(image(container, podSpec));
            }
            findings.add(new PodSecurityFinding(
                    check.id(), Controls.controlOf(check.id()), check.reason(), check.detail(), images));
        }
        return new PodSecurityFindings(level, version, findings);
    }

    /** Returns the containers of a detail, which stand between the words for them and for what they must. */
    private static List<String> containers(String detail) {
        int start = detail.indexOf(CONTAINER);
        int end = start < 0 ? -1 : detail.indexOf(MUST, start);
        if (end < 0) {
            return List.of();
        }
        int from = start + CONTAINER.length();
        String names = detail.substring(detail.charAt(from) == 's' ? from + 1 : from, end);
        return List.of(names.replace("\"", "").replace(" ", "").split(",", -1));
    }

    /** Returns the image of a container, or its name where it has none that can be read. */
    private static String image(String container, JsonNode podSpec) {
        for (String list : LISTS) {
            for (JsonNode written : podSpec.path(list)) {
                String image = written.path("image").textValue();
                if (image != null && container.equals(written.path("name").textValue())) {
                    try {
                        return ImageReference.normalize(image, "docker.io", true)
                                .toString();
                    } catch (ImageReferenceException exception) {
                        return container;
                    }
                }
            }
        }
        return container;
    }
}
