package io.ephor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * What the Pod Security Standards find wrong with a resource. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_pss.go, pkg/utils/report/results.go
 */
public final class PodSecurityFindings {
    private final String level;
    private final String version;
    private final List<PodSecurityFinding> findings;

    /**
     * Creates findings.
     *
     * @param level the level as the rule states it, such as {@code baseline}
     * @param version the version as the rule states it, such as {@code latest}
     * @param findings what is wrong, a check each
     */
    public PodSecurityFindings(String level, String version, List<PodSecurityFinding> findings) {
        this.level = Objects.requireNonNull(level, "level");
        this.version = Objects.requireNonNull(version, "version");
        this.findings = List.copyOf(findings);
    }

    /** {@return the level as the rule states it, such as {@code baseline}} */
    public String level() {
        return level;
    }

    /** {@return the version as the rule states it, such as {@code latest}} */
    public String version() {
        return version;
    }

    /** {@return what is wrong, in the order of the checks} */
    public List<PodSecurityFinding> findings() {
        return findings;
    }

    /**
     * {@return the properties that reports have for it: {@code standard}, {@code version}, {@code controls} and
     * {@code controlsJSON}; none where nothing is wrong}
     */
    public Map<String, String> reportProperties() {
        if (findings.isEmpty()) {
            return Map.of();
        }
        StringJoiner ids = new StringJoiner(",");
        ArrayNode controls = JsonNodeFactory.instance.arrayNode();
        for (PodSecurityFinding finding : findings) {
            ids.add(finding.id());
            ObjectNode control = controls.addObject().put("ID", finding.id()).put("Name", finding.control());
            if (finding.images().isEmpty()) {
                control.putNull("Images");
            } else {
                finding.images().forEach(control.putArray("Images")::add);
            }
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("standard", level);
        properties.put("version", version);
        properties.put("controls", ids.toString());
        properties.put("controlsJSON", withoutMarkup(controls.toString()));
        return properties;
    }

    /** Go writes these characters so that the text may stand in HTML. */
    private static String withoutMarkup(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
