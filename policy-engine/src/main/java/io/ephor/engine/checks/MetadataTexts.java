package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.PointerToken;
import java.util.List;
import java.util.Map;

/**
 * Labels and annotations of a pattern or patch are texts.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, isLabelAndAnnotationsString
 */
final class MetadataTexts {
    private static final String ONLY_TEXTS =
            "labels and annotations supports only string values, \"use double quotes around the non string values\"";

    private final FaultCollector faults;

    MetadataTexts(FaultCollector faults) {
        this.faults = faults;
    }

    /** Checks a pattern or patch: its own metadata, or else that of the template in it. */
    void check(JsonNode pattern, String pointer) {
        boolean own = pattern.path("metadata").isObject();
        JsonNode metadata = own
                ? pattern.path("metadata")
                : pattern.path("spec").path("template").path("metadata");
        if (metadata.isEmpty()) {
            return;
        }
        String place = pointer + (own ? "/metadata" : "/spec/template/metadata");
        for (String name : List.of("labels", "annotations")) {
            for (Map.Entry<String, JsonNode> field : metadata.path(name).properties()) {
                if (!field.getValue().isTextual()) {
                    String key = place + "/" + name + "/" + PointerToken.escape(field.getKey());
                    faults.report(Fault.error("wrong-type", key, "expected a text; put it in quotes")
                            .withKyvernoText(AdmissionStep.METADATA_TEXTS, ONLY_TEXTS));
                }
            }
        }
    }
}
