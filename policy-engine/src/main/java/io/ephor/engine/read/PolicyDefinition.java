package io.ephor.engine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A {@code ClusterPolicy} or {@code Policy} as written: checked for its shape, with defaults applied. Never written to.
 *
 * @param kind what the document says it is
 * @param name the name of the policy
 * @param namespace the namespace; empty for a {@code ClusterPolicy}, {@code default} for a {@code Policy} without one
 * @param annotations the annotations in the order of the document
 * @param spec the {@code spec} with its defaults; its rules are in {@code rules}
 * @param rules the rules as written, in order
 */
public record PolicyDefinition(
        GroupVersionKind kind,
        String name,
        String namespace,
        Map<String, String> annotations,
        JsonNode spec,
        List<RuleDefinition> rules) {
    /** The kind of a policy that lives in a namespace and judges only what lives there. */
    public static final String NAMESPACED_KIND = "Policy";

    /** The annotation that names the controllers for which autogen derives rules. */
    public static final String CONTROLLERS_ANNOTATION = "pod-policies.kyverno.io/autogen-controllers";

    public PolicyDefinition {
        annotations = Collections.unmodifiableMap(annotations);
        rules = List.copyOf(rules);
    }
}
