package io.ephor.engine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.FailureAction;
import io.ephor.engine.match.CompiledSelector;
import io.ephor.engine.match.LabelSelector;
import io.ephor.engine.match.MatchReader;
import io.ephor.engine.match.RequestNamespace;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of one rule means: the overrides of the rule, its own action, the overrides of the policy, the action of
 * the policy, the first of these that applies to the resource. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/api/engineresponse.go
 */
public final class FailureActions {
    private final List<ActionOverride> ruleOverrides;
    private final @Nullable FailureAction ruleAction;
    private final List<ActionOverride> policyOverrides;
    private final FailureAction policyAction;

    private FailureActions(
            List<ActionOverride> ruleOverrides,
            @Nullable FailureAction ruleAction,
            List<ActionOverride> policyOverrides,
            FailureAction policyAction) {
        this.ruleOverrides = ruleOverrides;
        this.ruleAction = ruleAction;
        this.policyOverrides = policyOverrides;
        this.policyAction = policyAction;
    }

    /**
     * Compiles the actions that a {@code spec} and the {@code validate} block of one of its rules state.
     *
     * @param pointer the JSON pointer of the block
     */
    public static FailureActions compile(JsonNode spec, JsonNode validate, String pointer, FaultCollector faults) {
        MatchReader reader = new MatchReader(faults);
        return new FailureActions(
                overrides(validate.path("failureActionOverrides"), pointer + "/failureActionOverrides", reader),
                validate.hasNonNull("failureAction") ? action(validate.get("failureAction")) : null,
                overrides(
                        spec.path("validationFailureActionOverrides"),
                        "/spec/validationFailureActionOverrides",
                        reader),
                action(spec.path("validationFailureAction")));
    }

    /** {@return the action for a resource} */
    public FailureAction of(JsonNode resource, EvaluationContext context) {
        FailureAction own = ofRule(resource, context);
        if (own != null) {
            return own;
        }
        FailureAction override = first(policyOverrides, resource, context);
        return override == null ? policyAction : override;
    }

    /** {@return the action that the rule itself states for a resource, or null where it leaves that to the policy} */
    public @Nullable FailureAction ofRule(JsonNode resource, EvaluationContext context) {
        FailureAction override = first(ruleOverrides, resource, context);
        return override == null ? ruleAction : override;
    }

    /**
     * {@return the action by which an admission controller sorts the rule, before it is evaluated} Overrides are read
     * differently here: namespaces and selector are alternatives, an empty list of namespaces is none, and those of the
     * policy count only where the rule has none.
     *
     * <p>Kyverno: pkg/policycache/cache.go
     *
     * @param namespace the namespace of the request; empty for one that is in none
     * @param labels the labels of the namespace
     */
    public FailureAction inAdmission(String namespace, Map<String, String> labels) {
        for (ActionOverride override : ruleOverrides.isEmpty() ? policyOverrides : ruleOverrides) {
            if (override.sorts(namespace, labels)) {
                return override.action;
            }
        }
        return ruleAction == null ? policyAction : ruleAction;
    }

    /** {@return whether the rule enforces, overrides left aside} */
    public boolean enforcedByDefault() {
        return (ruleAction == null ? policyAction : ruleAction) == FailureAction.ENFORCE;
    }

    private static @Nullable FailureAction first(
            List<ActionOverride> overrides, JsonNode resource, EvaluationContext context) {
        if (overrides.isEmpty()) {
            return null;
        }
        String namespace = RequestNamespace.of(resource, context);
        for (ActionOverride override : overrides) {
            if (override.applies(namespace, context.namespaceLabels())) {
                return override.action;
            }
        }
        return null;
    }

    private static List<ActionOverride> overrides(JsonNode list, String pointer, MatchReader reader) {
        List<ActionOverride> overrides = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            if (!isAction(item.path("action"))) {
                continue;
            }
            LabelSelector selector =
                    reader.selector(item.get("namespaceSelector"), pointer + "/" + i + "/namespaceSelector");
            overrides.add(new ActionOverride(
                    action(item.path("action")),
                    item.hasNonNull("namespaces") ? texts(item.get("namespaces")) : null,
                    selector == null ? null : CompiledSelector.compile(selector)));
        }
        return List.copyOf(overrides);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return List.copyOf(texts);
    }

    private static boolean isAction(JsonNode text) {
        return text.isTextual()
                && switch (text.textValue()) {
                    case "Enforce", "enforce", "Audit", "audit" -> true;
                    default -> false;
                };
    }

    private static FailureAction action(JsonNode text) {
        boolean enforce = text.isTextual()
                && (text.textValue().equals("Enforce") || text.textValue().equals("enforce"));
        return enforce ? FailureAction.ENFORCE : FailureAction.AUDIT;
    }

    /**
     * @param namespaces patterns of namespaces; null for every namespace, empty for none
     * @param selector what the labels of the namespace must satisfy, or null
     */
    private record ActionOverride(
            FailureAction action,
            @Nullable List<String> namespaces,
            @Nullable CompiledSelector selector) {
        boolean applies(String namespace, Map<String, String> labels) {
            return namespaceApplies(namespace) && (selector == null || selector.selects(labels));
        }

        boolean sorts(String namespace, Map<String, String> labels) {
            boolean anywhere = namespaces == null || namespaces.isEmpty();
            if (anywhere && selector == null) {
                return true;
            }
            if (namespace.isEmpty()) {
                return false;
            }
            return (!anywhere && namespaceApplies(namespace)) || (selector != null && selector.selects(labels));
        }

        private boolean namespaceApplies(String namespace) {
            if (namespaces == null) {
                return true;
            }
            for (String pattern : namespaces) {
                if (Wildcard.matches(pattern, namespace)) {
                    return true;
                }
            }
            return false;
        }
    }
}
