package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.FieldPath;

/**
 * What must hold for the {@code spec} of a policy as a whole.
 *
 * <p>Kyverno: api/kyverno/v1/spec_types.go
 */
final class SpecChecks {
    private final FaultCollector faults;

    SpecChecks(FaultCollector faults) {
        this.faults = faults;
    }

    void check(PolicyDefinition policy) {
        JsonNode spec = policy.spec();
        JsonNode webhook = spec.path("webhookConfiguration");
        timeout(spec.path("webhookTimeoutSeconds"), "/spec/webhookTimeoutSeconds");
        timeout(webhook.path("timeoutSeconds"), "/spec/webhookConfiguration/timeoutSeconds");
        if (webhook.hasNonNull("timeoutSeconds")) {
            replaced(
                    spec,
                    "webhookTimeoutSeconds",
                    "webhookConfiguration.timeoutSeconds",
                    "webhookConfiguration.timeoutSeconds");
        }
        if (webhook.hasNonNull("failurePolicy")) {
            replaced(spec, "failurePolicy", "webhookConfiguration.failurePolicy", "webhookConfiguration.failurePolicy");
        }
        replaced(spec, "generateExistingOnPolicyUpdate", "generate.generateExisting", "generate[*].generateExisting");
        boolean namespaced = policy.kind().kind().equals(PolicyDefinition.NAMESPACED_KIND);
        if (namespaced && !spec.path("validationFailureActionOverrides").isEmpty()) {
            String message = "only a `ClusterPolicy` may override its action by namespace";
            faults.report(Fault.error("not-allowed", "/spec/validationFailureActionOverrides", message)
                    .withKeyAsPlace()
                    .withKyvernoText(
                            AdmissionStep.OVERRIDES_IN_NAMESPACE,
                            "spec.validationFailureActionOverrides: Forbidden: Use of validationFailureActionOverrides"
                                    + " is supported only with ClusterPolicy"));
        }
        admission(policy);
    }

    private void timeout(JsonNode seconds, String pointer) {
        if (seconds.isNumber() && (seconds.doubleValue() < 1 || seconds.doubleValue() > 30)) {
            faults.report(Fault.error("invalid-value", pointer, "expected 1 to 30 seconds")
                    .withKyvernoText(
                            AdmissionStep.TIMEOUTS,
                            FieldPath.of(pointer) + ": Invalid value: " + seconds.longValue()
                                    + ": the timeout value must be between 1 and 30 seconds"));
        }
    }

    private void replaced(JsonNode spec, String field, String by, String toldAs) {
        if (spec.hasNonNull(field)) {
            faults.report(
                    Fault.error("deprecated-field", "/spec/" + field, "`" + field + "` is replaced by `" + by + "`")
                            .withKeyAsPlace()
                            .withKyvernoText(
                                    AdmissionStep.DEPRECATED_FIELDS,
                                    "spec." + field + ": Forbidden: remove the deprecated field and use spec." + toldAs
                                            + " instead"));
        }
    }

    private void admission(PolicyDefinition policy) {
        if (policy.spec().path("admission").asBoolean(true)) {
            return;
        }
        if (!policy.spec().path("background").asBoolean(true)) {
            String message = "with neither `admission` nor `background` the policy would never run";
            faults.report(Fault.error("never-runs", "/spec/admission", message)
                    .withKyvernoText(
                            AdmissionStep.PROCESSING,
                            "disabling both admission and background processing is not allowed"));
        }
        for (RuleDefinition rule : policy.rules()) {
            JsonNode node = rule.node();
            if (RuleBodies.isMutate(node) || RuleBodies.isGenerate(node) || RuleBodies.isVerifyImages(node)) {
                String message = "only policies that do nothing but validate may do without `admission`";
                faults.report(Fault.error("not-allowed", "/spec/admission", message)
                        .withKyvernoText(
                                AdmissionStep.PROCESSING,
                                "disabling admission processing is only allowed with validation policies"));
                return;
            }
        }
    }
}
