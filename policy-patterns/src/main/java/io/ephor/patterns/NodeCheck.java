package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patterns.check.Check;
import io.ephor.patterns.check.Miss;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** A node that has to be asked itself, because skips or expansions inside it decide. */
final class NodeCheck extends Check {
    private final Node node;
    private final boolean expandable;

    NodeCheck(Node node) {
        this.node = node;
        this.expandable = node.expandable();
    }

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        if (!expandable) {
            return node.glance(value, numbers, Expansions.NONE) == Glance.PASS;
        }
        Expansions expansions = new Expansions();
        return node.glance(value, numbers, expansions) == Glance.PASS && !expansions.speakOfSkip();
    }

    @Override
    public @Nullable Miss miss(JsonNode value, NumberView numbers) {
        return passes(value, numbers) ? null : new Miss();
    }
}
