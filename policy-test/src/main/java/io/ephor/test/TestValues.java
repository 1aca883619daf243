package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a test: its {@code values}, or the file named by {@code variables}. Immutable.
 *
 * @param globalValues variables by their dotted path, in order
 * @param policies variables of single policies
 * @param namespaceLabels the labels of namespaces by the name of the namespace
 * @param subresources the kinds that are requests to a subresource
 */
public record TestValues(
        Map<String, JsonNode> globalValues,
        List<PolicyValues> policies,
        Map<String, Map<String, String>> namespaceLabels,
        List<SubresourceKind> subresources) {
    static final String OPERATION = "request.operation";
    static final TestValues NONE = new TestValues(Map.of(), List.of(), Map.of(), List.of());

    /**
     * Copies maps and lists.
     *
     * @param globalValues variables by their dotted path, in order
     * @param policies variables of single policies
     * @param namespaceLabels the labels of namespaces by the name of the namespace
     * @param subresources the kinds that are requests to a subresource
     */
    public TestValues {
        globalValues = Collections.unmodifiableMap(new LinkedHashMap<>(globalValues));
        policies = List.copyOf(policies);
        namespaceLabels = Collections.unmodifiableMap(new LinkedHashMap<>(namespaceLabels));
        subresources = List.copyOf(subresources);
    }

    /**
     * {@return the variables that a policy sees when it judges a resource: the global ones, then its own for a resource
     * of that name} The operation is always among them.
     *
     * @param policy the name of the policy
     * @param resource the name of the resource
     */
    public Map<String, JsonNode> variables(String policy, String resource) {
        Map<String, JsonNode> variables = new LinkedHashMap<>(globalValues);
        for (PolicyValues values : policies) {
            if (values.name().equals(policy)) {
                variables.putAll(values.resources().getOrDefault(resource, Map.of()));
            }
        }
        variables.putIfAbsent(OPERATION, TextNode.valueOf("CREATE"));
        return variables;
    }

    /**
     * {@return the variables that single rules of a policy see} Of the values that a loop is to see, the first one counts.
     *
     * @param policy the name of the policy
     */
    public List<RuleValues> ruleVariables(String policy) {
        return policies.stream()
                .filter(values -> values.name().equals(policy))
                .flatMap(values -> values.rules().stream())
                .toList();
    }
}
