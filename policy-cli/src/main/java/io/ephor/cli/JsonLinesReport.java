package io.ephor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.Policy;
import io.ephor.PropagationPolicy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Prints one JSON object per resource and policy on a line of its own: who was judged by whom, and every rule that
 * matched, in order. A policy that does not concern a resource has a line without rules. Statuses are those of the
 * engine: no option turns a failure into a warning here.
 */
final class JsonLinesReport implements Report {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PrintStream out;
    private final ObjectWriter json = new JsonMapper().writer();

    JsonLinesReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void open(int rules, int resources, int exceptions) {
        // Every line of the output is an object.
    }

    @Override
    public void add(ResourceIdentity resource, Judgement judgement) {
        EvaluationResult result = judgement.result();
        Policy policy = result.policy();
        ObjectNode line = line(resource, policy.kind(), policy.namespace(), policy.name());
        ArrayNode rules = line.putArray("rules");
        boolean blocks = false;
        for (RuleResult rule : result.rules()) {
            rules.add(rule(rule));
            blocks |= rule.status() == RuleStatus.FAIL && rule.failureAction() == FailureAction.ENFORCE;
        }
        if (result.patchedResource() != result.resource()) {
            line.set("patched", result.patchedResource());
        }
        if (!result.targets().isEmpty()) {
            ArrayNode targets = line.putArray("targets");
            result.targets()
                    .forEach(target ->
                            targets.addObject().put("rule", target.rule()).set("patched", target.after()));
        }
        if (!result.generated().isEmpty()) {
            ArrayNode generated = line.putArray("generated");
            result.generated().forEach(made -> generated.add(made.resource()));
        }
        if (blocks) {
            line.put("blocks", true);
        }
        out.print(text(line) + "\n");
    }

    @Override
    public void add(ResourceIdentity resource, CleanupJudgement judgement) {
        CleanupPolicy policy = judgement.policy();
        CleanupDecision decision = judgement.decision();
        ObjectNode line = line(resource, policy.kind(), policy.namespace(), policy.name());
        ObjectNode cleanup = line.putObject("cleanup")
                .put("deletes", decision.deletes())
                .put("reason", decision.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("message", decision.message());
        PropagationPolicy propagation = decision.propagationPolicy();
        if (propagation != null) {
            cleanup.put("propagationPolicy", propagation.text());
        }
        judgement.next().ifPresent(next -> cleanup.put("next", next.toString()));
        out.print(text(line) + "\n");
    }

    /** Returns a line that says who was judged by which policy. */
    private static ObjectNode line(ResourceIdentity resource, String kind, String namespace, String name) {
        ObjectNode line = NODES.objectNode().put("operation", "");
        line.putObject("resource")
                .put("apiVersion", resource.apiVersion())
                .put("kind", resource.kind())
                .put("namespace", resource.namespace())
                .put("name", resource.name());
        line.putObject("policy").put("kind", kind).put("namespace", namespace).put("name", name);
        return line;
    }

    private static ObjectNode rule(RuleResult rule) {
        ObjectNode object = NODES.objectNode()
                .put("name", rule.name())
                .put("type", rule.type().text())
                .put("status", rule.status().text());
        if (!rule.message().isEmpty()) {
            object.put("message", rule.message());
        }
        if (!rule.properties().isEmpty()) {
            rule.properties().forEach(object.putObject("properties")::put);
        }
        if (!rule.exceptions().isEmpty()) {
            ArrayNode keys = object.putArray("exceptions");
            rule.exceptions().forEach(exception -> keys.add(exception.key()));
        }
        return object;
    }

    private String text(ObjectNode line) {
        try {
            return json.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close(Tally tally) {
        // The numbers are for whoever reads the lines to count.
    }
}
