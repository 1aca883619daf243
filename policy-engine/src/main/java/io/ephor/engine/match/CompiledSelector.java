package io.ephor.engine.match;

import io.ephor.values.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A compiled label selector. With a fault, which may come of the labels that it meets, it selects nothing. Immutable and
 * thread-safe.
 *
 * <p>Kyverno: {@code pkg/utils/match/labels.go}
 */
public final class CompiledSelector {
    private final LabelPair[] pairs;
    private final boolean anyWildKey;
    private final CompiledLabelExpression[] expressions;
    private final @Nullable String expressionFault;

    private CompiledSelector(LabelSelector selector) {
        List<LabelPair> compiled = new ArrayList<>();
        boolean wild = false;
        Map<String, String> sorted = new TreeMap<>(KeyOrder.INSTANCE);
        sorted.putAll(selector.matchLabels());
        for (Map.Entry<String, String> entry : sorted.entrySet()) {
            LabelPair pair = new LabelPair(entry.getKey(), entry.getValue());
            wild |= pair.hasWildKey();
            compiled.add(pair);
        }
        this.pairs = compiled.toArray(new LabelPair[0]);
        this.anyWildKey = wild;
        List<CompiledLabelExpression> tests = new ArrayList<>();
        String fault = null;
        for (LabelExpression expression : selector.matchExpressions()) {
            CompiledLabelExpression test = CompiledLabelExpression.of(expression);
            fault = fault == null ? test.fault() : fault;
            tests.add(test);
        }
        this.expressions = tests.toArray(new CompiledLabelExpression[0]);
        this.expressionFault = fault;
    }

    /** Compiles a selector. */
    public static CompiledSelector compile(LabelSelector selector) {
        return new CompiledSelector(selector);
    }

    /** {@return whether the selector selects something with the given labels} */
    public boolean selects(Map<String, String> labels) {
        return selects(new GivenTexts(labels));
    }

    /** {@return Kubernetes' words for what is wrong with the selector where it meets labels, or null} */
    public @Nullable String fault(Map<String, String> labels) {
        return fault(new GivenTexts(labels));
    }

    boolean selects(TextMap labels) {
        if (expressionFault != null) {
            return false;
        }
        return (anyWildKey ? resolvedPairsHold(labels) : pairsHold(labels)) && expressionsHold(labels);
    }

    private boolean pairsHold(TextMap labels) {
        for (LabelPair pair : pairs) {
            if (!pair.holds(labels)) {
                return false;
            }
        }
        return true;
    }

    private boolean resolvedPairsHold(TextMap labels) {
        for (Map.Entry<String, String> pair : resolved(labels).entrySet()) {
            String key = pair.getKey();
            String value = pair.getValue();
            if (!LabelSyntax.isKey(key) || !LabelSyntax.isValue(value) || !value.equals(labels.value(key))) {
                return false;
            }
        }
        return true;
    }

    private boolean expressionsHold(TextMap labels) {
        for (CompiledLabelExpression expression : expressions) {
            if (!expression.holds(labels)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    String fault(TextMap labels) {
        for (Map.Entry<String, String> pair : resolved(labels).entrySet()) {
            String fault = CompiledLabelExpression.pairFault(pair.getKey(), pair.getValue());
            if (fault != null) {
                return fault;
            }
        }
        return expressionFault;
    }

    /** {@return what the pairs stand for where they meet labels} Of two that stand for the same key the later one counts. */
    private Map<String, String> resolved(TextMap labels) {
        Map<String, String> resolved = new TreeMap<>(KeyOrder.INSTANCE);
        for (LabelPair pair : pairs) {
            pair.resolve(labels, resolved);
        }
        return resolved;
    }
}
