package io.ephor.engine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.wording.GoStructureText;
import io.ephor.values.FieldPath;
import io.ephor.values.GoQuote;
import io.ephor.values.PointerToken;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What must hold for a policy beyond its shape: its name, and that each rule is the only one of its name and has one
 * operation. Takes documents of any shape; what has the wrong type has been reported before.
 *
 * <p>Kyverno: {@code pkg/validation/policy/validate.go}.
 */
final class PolicyChecks {
    private static final int LONGEST_NAME = 63;
    private static final String SUBDOMAIN = ": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
            + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
            + " used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String OPERATIONS = "mutate,validate,generate,verifyImages";

    private final FaultCollector faults;

    PolicyChecks(FaultCollector faults) {
        this.faults = faults;
    }

    /** Checks a policy, and says whether it has a name that it may have. */
    boolean check(GroupVersionKind kind, JsonNode policy) {
        boolean namespaced = kind.kind().equals(PolicyDefinition.NAMESPACED_KIND);
        boolean named = checkMetadata(kind, namespaced, policy.path("metadata"));
        JsonNode rules = policy.path("spec").path("rules");
        if (rules.size() > 1) {
            checkNames(rules);
        }
        int index = 0;
        for (JsonNode rule : rules) {
            if (rule.isObject()) {
                checkRule(rule, index);
            }
            index++;
        }
        return named;
    }

    /** Checks the metadata of a policy, and says whether it has a name that it may have. */
    boolean checkMetadata(GroupVersionKind kind, boolean namespaced, JsonNode metadata) {
        if (!metadata.isObject()) {
            return false;
        }
        JsonNode controllers = metadata.path("annotations").path(PolicyDefinition.CONTROLLERS_ANNOTATION);
        if (controllers.isTextual() && controllers.textValue().equals("all")) {
            String pointer = "/metadata/annotations/" + PointerToken.escape(PolicyDefinition.CONTROLLERS_ANNOTATION);
            faults.report(Fault.error("invalid-value", pointer, "`all` is no longer a value of this annotation")
                    .withHelp("remove the annotation")
                    .withKyvernoText(
                            AdmissionStep.METADATA,
                            "metadata.annotations: Forbidden: Autogen annotation does not support 'all' anymore, remove"
                                    + " the annotation or set it to a valid value"));
        }
        JsonNode name = metadata.path("name");
        if (name.isMissingNode()
                || name.isNull()
                || (name.isTextual() && name.textValue().isEmpty())) {
            faults.report(Fault.error("missing-field", "/metadata", "missing field `name`")
                    .withKyvernoText(
                            AdmissionStep.SCHEMA, "metadata.name: Required value: name or generateName is required"));
        } else if (name.isTextual()) {
            checkName(name.textValue());
        }
        String text = Objects.requireNonNullElse(name.textValue(), "");
        JsonNode namespace = metadata.path("namespace");
        if (!namespaced && namespace.isTextual() && !namespace.textValue().isEmpty()) {
            String message = "a `" + kind.kind() + "` has no namespace";
            faults.report(Fault.error("namespace-not-allowed", "/metadata/namespace", message)
                    .withKyvernoText(AdmissionStep.NAMESPACE, "A clusterpolicy should not have the namespace defined"));
        }
        return isSubdomain(text);
    }

    private void checkName(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            String message = "expected a name of at most " + LONGEST_NAME + " bytes";
            faults.report(Fault.error("invalid-value", "/metadata/name", message)
                    .withKyvernoText(
                            AdmissionStep.METADATA, "name: Too long: may not be more than " + LONGEST_NAME + " bytes"));
        }
        if (!isSubdomain(name)) {
            String message = "expected a name of lower case letters, digits, `-` and `.`,"
                    + " with a letter or digit at both ends of each part";
            faults.report(Fault.error("invalid-value", "/metadata/name", message)
                    .withKyvernoText(
                            AdmissionStep.SCHEMA, "metadata.name: Invalid value: " + GoQuote.of(name) + SUBDOMAIN));
        }
    }

    /** Says whether a name is a subdomain as RFC 1123 has it, in lower case. */
    private static boolean isSubdomain(String name) {
        boolean afterAlphanumeric = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean allowed = alphanumeric || (c == '-' && i > 0 && name.charAt(i - 1) != '.');
            if (!allowed && !(c == '.' && afterAlphanumeric)) {
                return false;
            }
            afterAlphanumeric = alphanumeric;
        }
        return afterAlphanumeric;
    }

    private void checkNames(JsonNode rules) {
        Map<String, Integer> seen = new HashMap<>();
        int index = 0;
        for (JsonNode rule : rules) {
            String name = rule.path("name").textValue();
            Integer first = name == null ? null : seen.putIfAbsent(name, index);
            if (first != null) {
                String pointer = pointer(index) + "/name";
                String line = "the first one is `spec.rules[" + first + "]`";
                String text = invalid(rule, pointer, "Duplicate rule name: '" + name + "'");
                faults.report(Fault.error("duplicate-rule", pointer, "another rule has the same name")
                        .withHelp(line)
                        .withKyvernoText(AdmissionStep.RULE_NAMES, text));
            }
            index++;
        }
    }

    private void checkRule(JsonNode rule, int index) {
        int operations = count(RuleBodies.isValidate(rule))
                + count(RuleBodies.isMutate(rule))
                + count(RuleBodies.isGenerate(rule))
                + count(RuleBodies.isVerifyImages(rule));
        boolean imageExtractors = rule.hasNonNull("imageExtractors") && !RuleBodies.isVerifyImages(rule);
        if (operations != 1 || imageExtractors) {
            checkOperations(rule, pointer(index), operations, imageExtractors);
        }
    }

    private static String pointer(int rule) {
        return "/spec/rules/" + rule;
    }

    private void checkOperations(JsonNode rule, String pointer, int operations, boolean imageExtractors) {
        String written = Objects.requireNonNullElse(rule.path("name").textValue(), "");
        if (operations == 0) {
            String message = "expected one of `validate`, `mutate`, `generate`, `verifyImages` in the rule";
            String detail =
                    "No operation defined in the rule '" + written + "'.(supported operations: " + OPERATIONS + ")";
            faults.report(Fault.error("no-operation", pointer, message)
                    .withKyvernoText(AdmissionStep.OPERATIONS, invalid(rule, pointer, detail)));
        } else if (operations > 1) {
            String message = "expected only one of `validate`, `mutate`, `generate`, `verifyImages` in the rule";
            String detail = "Multiple operations defined in the rule '" + written + "', only one operation ("
                    + OPERATIONS + ") is allowed per rule";
            faults.report(Fault.error("several-operations", pointer, message)
                    .withKyvernoText(AdmissionStep.OPERATIONS, invalid(rule, pointer, detail)));
        }
        if (imageExtractors) {
            String message = "`imageExtractors` is only for rules with `verifyImages`";
            faults.report(Fault.error("conflicting-fields", pointer + "/imageExtractors", message)
                    .withKeyAsPlace()
                    .withKyvernoText(
                            AdmissionStep.OPERATIONS,
                            invalid(
                                    rule,
                                    pointer + "/imageExtractors",
                                    "Invalid rule spec for rule '" + written
                                            + "', imageExtractors can only be defined for verifyImages rule")));
        }
    }

    private static String invalid(JsonNode rule, String pointer, String detail) {
        return FieldPath.of(pointer) + ": Invalid value: " + GoStructureText.ofRule(rule) + ": " + detail;
    }

    private static int count(boolean present) {
        return present ? 1 : 0;
    }
}
