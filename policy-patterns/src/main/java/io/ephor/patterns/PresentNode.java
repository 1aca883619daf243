package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patterns.check.PresentCheck;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** What stands under a key whose pattern is exactly {@code "*"}: any value but null. */
final class PresentNode extends Node {
    static final PresentNode INSTANCE = new PresentNode();

    private PresentNode() {}

    static boolean present(JsonNode value) {
        return PresentCheck.INSTANCE.passes(value, NumberView.AS_WRITTEN);
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        return present(value) ? Glance.PASS : Glance.FAIL;
    }

    @Override
    PresentCheck check() {
        return PresentCheck.INSTANCE;
    }

    @Override
    boolean neverSkips() {
        return true;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        throw new IllegalStateException("the key itself says what is wrong");
    }
}
