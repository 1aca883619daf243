package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** Any value but null. */
public final class PresentCheck extends Check {
    /** The check, which has no state. */
    public static final PresentCheck INSTANCE = new PresentCheck();

    private PresentCheck() {}

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        return !value.isNull() && !value.isMissingNode();
    }

    @Override
    public @Nullable Miss miss(JsonNode value, NumberView numbers) {
        return passes(value, numbers) ? null : new Miss();
    }
}
