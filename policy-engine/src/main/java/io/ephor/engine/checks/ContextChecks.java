package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.ExpressionFaults;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.values.ImageReference;
import io.ephor.values.ImageReferenceException;
import java.util.List;

/**
 * What the context entries of a rule must state. Those of loops are not checked.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, validateRuleContext
 */
final class ContextChecks {
    private static final List<String> RESERVED =
            List.of("images", "request", "serviceAccountName", "serviceAccountNamespace", "element", "elementIndex");

    private final QueryCompiler queries;
    private final FaultCollector faults;

    ContextChecks(QueryCompiler queries, FaultCollector faults) {
        this.queries = queries;
        this.faults = faults;
    }

    void check(RuleDefinition rule) {
        JsonNode entries = rule.node().path("context");
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), rule.pointer() + "/context/" + i);
        }
    }

    private void entry(JsonNode entry, String pointer) {
        String name = Texts.of(entry, "name");
        for (String reserved : RESERVED) {
            if (name.equals(reserved) || name.startsWith(reserved + ".")) {
                error(pointer + "/name", "`" + reserved + "` is there already, a context entry needs another name");
            }
        }
        if (entry.path("configMap").isObject()) {
            required(entry.get("configMap"), pointer + "/configMap", "name", "namespace");
        } else if (entry.path("apiCall").isObject()) {
            apiCall(entry.get("apiCall"), pointer + "/apiCall");
        } else if (entry.path("globalReference").isObject()) {
            required(entry.get("globalReference"), pointer + "/globalReference", "name");
            expression(entry.get("globalReference"), pointer + "/globalReference");
        } else if (entry.path("imageRegistry").isObject()) {
            image(entry.get("imageRegistry"), pointer + "/imageRegistry");
        } else if (entry.path("variable").isObject()) {
            variable(entry.get("variable"), pointer + "/variable");
        }
    }

    private void required(JsonNode source, String pointer, String... fields) {
        for (String field : fields) {
            if (Texts.of(source, field).isEmpty()) {
                error(pointer, "missing field `" + field + "`");
            }
        }
    }

    private void apiCall(JsonNode call, String pointer) {
        if (!Texts.of(call, "urlPath").isEmpty() && call.hasNonNull("service")) {
            error(pointer + "/urlPath", "a call has a `urlPath` or a `service`, not both");
        }
        expression(call, pointer);
    }

    private void image(JsonNode image, String pointer) {
        required(image, pointer, "reference");
        String reference = Texts.of(image, "reference");
        if (!reference.isEmpty() && !reference.contains("{{")) {
            try {
                ImageReference.parse(reference);
            } catch (ImageReferenceException exception) {
                error(pointer + "/reference", "`" + reference + "` is no image reference: " + exception.getMessage());
            }
        }
        expression(image, pointer);
    }

    private void variable(JsonNode variable, String pointer) {
        boolean path = !Texts.of(variable, "jmesPath").isEmpty();
        if (!path && !variable.hasNonNull("value")) {
            error(pointer, "a variable has a `value` or a `jmesPath`");
        } else if (!path && variable.hasNonNull("default")) {
            error(pointer + "/default", "a `default` is only for a variable with a `jmesPath`");
        }
        expression(variable, pointer);
    }

    /** An expression with variables in it is only known in an evaluation. */
    private void expression(JsonNode source, String pointer) {
        String text = Texts.of(source, "jmesPath");
        if (text.isEmpty() || text.contains("{{")) {
            return;
        }
        Query query = queries.compile(text);
        if (query.isSyntaxFault()) {
            faults.report(Fault.error(
                    ExpressionFaults.INVALID_EXPRESSION, pointer + "/jmesPath", ExpressionFaults.message(query)));
        }
    }

    private void error(String pointer, String message) {
        faults.report(Fault.error("invalid-context-entry", pointer, message));
    }
}
