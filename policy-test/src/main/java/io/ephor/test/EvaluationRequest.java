package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.GroupVersionKind;
import io.ephor.Operation;
import io.ephor.Phase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is asked about a resource when variables and a user are given as they are on a command line. Immutable.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/processor/policy_processor.go.
 *
 * @param resource the resource as the policy is to see it: variables may stand for parts of it
 * @param context everything else
 */
public record EvaluationRequest(JsonNode resource, EvaluationContext context) {
    /**
     * {@return the request to a policy}
     *
     * @param policy the name of the policy, which may have variables of its own
     * @param resource never written to
     * @param circumstances everything that is the same for all policies and resources
     * @param operation the operation, or null for that of the variables
     * @param phases what is to run; none for all
     */
    public static EvaluationRequest of(
            String policy,
            JsonNode resource,
            RequestCircumstances circumstances,
            @Nullable Operation operation,
            Phase... phases) {
        TestValues values = circumstances.values();
        ResourceKey key = ResourceKey.of(resource);
        Map<String, JsonNode> variables = values.variables(policy, key.name());
        Operation shape = operation == null ? shape(variables) : operation;
        if (operation != null) {
            variables.put(TestValues.OPERATION, TextNode.valueOf(operation.name()));
        }
        EvaluationContext.Builder context = EvaluationContext.builder()
                .operation(shape)
                .user(circumstances.user())
                .lookups(circumstances.lookups())
                .clock(circumstances.clock())
                .randomSeed(circumstances.randomSeed())
                .exceptions(circumstances.exceptions())
                .namespaceLabels(values.namespaceLabels().getOrDefault(key.namespace(), Map.of()));
        if (phases.length > 0) {
            context.phases(phases);
        }
        ResourceOverlay overlay = new ResourceOverlay(resource);
        variables.forEach((path, value) -> {
            context.variable(path, value);
            overlay.add(path, value);
        });
        values.ruleVariables(policy).forEach(rule -> rule.addTo(context));
        if (shape == Operation.UPDATE) {
            context.oldResource(overlay.oldObject());
        }
        setSubresource(context, resource, values);
        JsonNode judged = shape == Operation.DELETE ? overlay.oldObject() : overlay.object();
        return new EvaluationRequest(judged, context.build());
    }

    private static void setSubresource(EvaluationContext.Builder context, JsonNode resource, TestValues values) {
        GroupVersionKind kind = GroupVersionKind.of(resource);
        for (SubresourceKind subresource : values.subresources()) {
            if (subresource.kind().equals(kind)) {
                context.kind(subresource.parent()).subresource(subresource.subresource());
            }
        }
    }

    private static Operation shape(Map<String, JsonNode> variables) {
        JsonNode written = variables.get(TestValues.OPERATION);
        String text = written != null && written.isTextual() ? written.textValue() : "";
        return switch (text) {
            case "UPDATE" -> Operation.UPDATE;
            case "DELETE" -> Operation.DELETE;
            default -> Operation.CREATE;
        };
    }
}
