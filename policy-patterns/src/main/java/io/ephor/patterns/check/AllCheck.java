package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that have no fields or elements in common. */
final class AllCheck extends Check {
    private final Check[] checks;

    AllCheck(List<Check> checks) {
        this.checks = checks.toArray(new Check[0]);
    }

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        for (Check check : checks) {
            if (!check.passes(value, numbers)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Miss miss(JsonNode value, NumberView numbers) {
        return passes(value, numbers) ? null : new Miss();
    }
}
