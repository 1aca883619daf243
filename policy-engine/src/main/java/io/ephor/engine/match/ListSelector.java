package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A label selector as a cluster applies it when resources are listed: without wildcards. Immutable and thread-safe.
 *
 * <p>Kubernetes: LabelSelectorAsSelector of k8s.io/apimachinery
 */
public final class ListSelector {
    /** Selects everything. */
    public static final ListSelector EVERYTHING = new ListSelector(List.of());

    private final List<CompiledLabelExpression> expressions;
    private final @Nullable String fault;
    private final String text;

    private ListSelector(List<LabelExpression> requirements) {
        List<CompiledLabelExpression> compiled = new ArrayList<>(requirements.size());
        String first = null;
        for (LabelExpression requirement : requirements) {
            CompiledLabelExpression expression = CompiledLabelExpression.of(requirement);
            first = first == null ? expression.fault() : first;
            compiled.add(expression);
        }
        this.expressions = List.copyOf(compiled);
        this.fault = first;
        this.text = first == null ? text(requirements) : "";
    }

    /** Compiles a selector; null selects everything. */
    public static ListSelector compile(@Nullable LabelSelector selector) {
        if (selector == null) {
            return EVERYTHING;
        }
        List<LabelExpression> requirements = new ArrayList<>();
        Map<String, String> sorted = new TreeMap<>(KeyOrder.INSTANCE);
        sorted.putAll(selector.matchLabels());
        sorted.forEach((key, value) -> requirements.add(new LabelExpression(key, "In", List.of(value))));
        requirements.addAll(selector.matchExpressions());
        return requirements.isEmpty() ? EVERYTHING : new ListSelector(requirements);
    }

    /** {@return Kubernetes' words for what is wrong with the selector, or null} */
    public @Nullable String fault() {
        return fault;
    }

    /** {@return the selector as {@code kubectl get --selector} takes it; empty where it selects everything or is none} */
    public String text() {
        return text;
    }

    /** {@return whether the selector selects a resource; one with a fault selects nothing} */
    public boolean selects(JsonNode resource) {
        if (fault != null) {
            return false;
        }
        TextMap labels = ObjectTexts.of(resource.path("metadata").get("labels"));
        for (CompiledLabelExpression expression : expressions) {
            if (!expression.holds(labels)) {
                return false;
            }
        }
        return true;
    }

    private static String text(List<LabelExpression> requirements) {
        List<LabelExpression> sorted = new ArrayList<>(requirements);
        sorted.sort(Comparator.comparing(LabelExpression::key, KeyOrder.INSTANCE));
        List<String> texts = new ArrayList<>(sorted.size());
        for (LabelExpression requirement : sorted) {
            texts.add(text(requirement));
        }
        return String.join(",", texts);
    }

    private static String text(LabelExpression requirement) {
        String key = requirement.key();
        List<String> values = new ArrayList<>(requirement.values());
        values.sort(KeyOrder.INSTANCE);
        return switch (requirement.operator()) {
            case "In" ->
                values.size() == 1 ? key + "=" + values.get(0) : key + " in (" + String.join(",", values) + ")";
            case "NotIn" -> key + " notin (" + String.join(",", values) + ")";
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }
}
