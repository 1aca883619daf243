package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.GroupVersionKind;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts one resource to all policies of a test, in the order of the reference's command line: every policy first mutates,
 * then every policy validates what came out, then every policy generates.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/processor/policy_processor.go.
 */
final class TestRequest {
    private static final List<Phase> PHASES = List.of(Phase.MUTATE, Phase.VALIDATE, Phase.GENERATE);

    private final PolicyEngine engine;
    private final TestValues values;
    private final UserInfo user;
    private final @Nullable Operation operation;

    /** Creates a request; without an operation of its own that of the values holds. */
    TestRequest(PolicyEngine engine, TestValues values, UserInfo user, @Nullable Operation operation) {
        this.engine = engine;
        this.values = values;
        this.user = user;
        this.operation = operation;
    }

    TestEvaluation evaluate(ResourceKey key, JsonNode resource, List<Policy> policies) {
        List<EvaluationResult> results = new ArrayList<>();
        JsonNode current = resource;
        for (Phase phase : PHASES) {
            for (Policy policy : policies) {
                EvaluationResult result = evaluate(key, current, policy, phase);
                if (!result.rules().isEmpty()) {
                    results.add(result);
                }
                current = result.patchedResource();
            }
        }
        return new TestEvaluation(key, operation, results);
    }

    private EvaluationResult evaluate(ResourceKey key, JsonNode resource, Policy policy, Phase phase) {
        Map<String, JsonNode> variables = values.variables(policy.name(), key.name());
        Operation shape = operation == null ? shape(variables) : operation;
        if (operation != null) {
            variables.put(TestValues.OPERATION, TextNode.valueOf(operation.name()));
        }
        EvaluationContext.Builder context = EvaluationContext.builder()
                .operation(shape)
                .user(user)
                .namespaceLabels(values.namespaceLabels().getOrDefault(key.namespace(), Map.of()))
                .phases(phase);
        ResourceOverlay overlay = new ResourceOverlay(resource);
        variables.forEach((path, value) -> {
            context.variable(path, value);
            overlay.add(path, value);
        });
        if (shape == Operation.UPDATE) {
            context.oldResource(overlay.oldObject());
        }
        JsonNode judged = shape == Operation.DELETE ? overlay.oldObject() : overlay.object();
        setSubresource(context, resource);
        return engine.evaluate(policy, judged, context.build());
    }

    private void setSubresource(EvaluationContext.Builder context, JsonNode resource) {
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
