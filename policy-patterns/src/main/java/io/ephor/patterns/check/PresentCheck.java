package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;

/** Any value but null. */
public final class PresentCheck extends Check {
    /** The check, which has no state. */
    public static final PresentCheck INSTANCE = new PresentCheck();

    private PresentCheck() {}

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        return !value.isNull() && !value.isMissingNode();
    }
}
