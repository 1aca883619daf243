package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.ExpressionFaults;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.jmespath.JmesPathException;
import io.ephor.values.FieldPath;
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
        if (name.isEmpty()) {
            error(pointer, "missing field `name`", "a name is required for context entries");
        }
        for (String reserved : RESERVED) {
            if (name.equals(reserved) || name.startsWith(reserved + ".")) {
                error(
                        pointer + "/name",
                        "`" + reserved + "` is there already, a context entry needs another name",
                        "entry name " + name + " is invalid as it conflicts with a pre-defined variable " + reserved);
            }
        }
        if (entry.path("configMap").isObject()) {
            required(
                    entry.get("configMap"),
                    pointer + "/configMap",
                    "name",
                    "a name is required for configMap context entry");
            required(
                    entry.get("configMap"),
                    pointer + "/configMap",
                    "namespace",
                    "a namespace is required for configMap context entry");
        } else if (entry.path("apiCall").isObject()) {
            apiCall(entry.get("apiCall"), pointer + "/apiCall");
        } else if (entry.path("globalReference").isObject()) {
            JsonNode reference = entry.get("globalReference");
            required(
                    reference,
                    pointer + "/globalReference",
                    "name",
                    "a name is required for globalReference context entry");
            expression(reference, pointer + "/globalReference");
        } else if (entry.path("imageRegistry").isObject()) {
            image(entry.get("imageRegistry"), pointer + "/imageRegistry");
        } else if (entry.path("variable").isObject()) {
            variable(entry.get("variable"), pointer + "/variable");
        }
    }

    private void required(JsonNode source, String pointer, String field, String text) {
        if (Texts.of(source, field).isEmpty()) {
            error(pointer, "missing field `" + field + "`", text);
        }
    }

    private void apiCall(JsonNode call, String pointer) {
        if (!Texts.of(call, "urlPath").isEmpty() && call.hasNonNull("service")) {
            error(
                    pointer + "/urlPath",
                    "a call has a `urlPath` or a `service`, not both",
                    "a URLPath cannot be used for service API calls");
        }
        expression(call, pointer);
    }

    private void image(JsonNode image, String pointer) {
        required(image, pointer, "reference", "a ref is required for imageRegistry context entry");
        String reference = Texts.of(image, "reference");
        if (!reference.isEmpty() && !reference.contains("{{")) {
            try {
                ImageReference.parse(reference);
            } catch (ImageReferenceException exception) {
                error(
                        pointer + "/reference",
                        "`" + reference + "` is no image reference: " + exception.getMessage(),
                        "bad image: " + reference + ": " + exception.getMessage());
            }
        }
        expression(image, pointer);
    }

    private void variable(JsonNode variable, String pointer) {
        expression(variable, pointer);
        boolean path = !Texts.of(variable, "jmesPath").isEmpty();
        if (!path && !variable.hasNonNull("value")) {
            error(
                    pointer,
                    "a variable has a `value` or a `jmesPath`",
                    "a variable must define a value or a jmesPath expression");
        } else if (!path && variable.hasNonNull("default")) {
            error(
                    pointer + "/default",
                    "a `default` is only for a variable with a `jmesPath`",
                    "a variable must define a default value only when a jmesPath expression is defined");
        }
    }

    /** An expression with variables in it is only known in an evaluation. */
    private void expression(JsonNode source, String pointer) {
        String text = Texts.of(source, "jmesPath");
        if (text.isEmpty() || text.contains("{{")) {
            return;
        }
        Query query = queries.compile(text);
        JmesPathException fault = query.fault();
        if (fault != null && query.isSyntaxFault()) {
            String place = pointer + "/jmesPath";
            faults.report(Fault.error(ExpressionFaults.INVALID_EXPRESSION, place, ExpressionFaults.message(query))
                    .withKyvernoText(
                            AdmissionStep.CONTEXT,
                            "path: " + pathOfRule(place) + ": failed to parse JMESPath " + text + ": "
                                    + fault.getMessage()));
        }
    }

    private static String pathOfRule(String pointer) {
        int end = pointer.indexOf('/', "/spec/rules/".length());
        return FieldPath.of(end < 0 ? pointer : pointer.substring(0, end));
    }

    private void error(String pointer, String message, String text) {
        String told = "path: " + pathOfRule(pointer) + ": " + text;
        faults.error("invalid-context-entry", pointer, message, AdmissionStep.CONTEXT, told);
    }
}
