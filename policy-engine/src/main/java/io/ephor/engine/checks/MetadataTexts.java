package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.PointerToken;
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

    /**
     * Checks a pattern or patch: its own metadata, or else that of the template in it.
     *
     * @param block the JSON pointer of the block in which it is
     * @param field where it is in the block
     */
    void check(JsonNode pattern, String block, String field) {
        JsonNode metadata = pattern.path("metadata");
        if (metadata.isObject()) {
            texts(metadata.path("labels"), block, field, "/metadata/labels/");
            texts(metadata.path("annotations"), block, field, "/metadata/annotations/");
            return;
        }
        JsonNode template = pattern.path("spec").path("template").path("metadata");
        texts(template.path("labels"), block, field, "/spec/template/metadata/labels/");
        texts(template.path("annotations"), block, field, "/spec/template/metadata/annotations/");
    }

    private void texts(JsonNode map, String block, String field, String place) {
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (!entry.getValue().isTextual()) {
                String pointer = block + field + place + PointerToken.escape(entry.getKey());
                String message = "expected a text; put it in quotes";
                faults.error("wrong-type", pointer, message, AdmissionStep.METADATA_TEXTS, ONLY_TEXTS);
            }
        }
    }
}
