package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternException;
import io.ephor.patterns.PatternMatch;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a condition asks of a value of the resource: to match as a validation pattern. A side that is a
 * scalar is compared by its text. Immutable but for a pattern that is compiled when it is first needed; thread-safe.
 */
final class Condition {
    private final JsonNode value;
    // Whichever thread comes first, every one would compile the same.
    private @Nullable Pattern pattern;

    Condition(JsonNode value) {
        this.value = value;
    }

    /** {@return why a value of the resource does not do, null when it does} */
    @Nullable
    String mismatch(JsonNode resource) {
        PatternMatch match = pattern().match(asText(resource), NumberView.FLOAT64);
        if (match instanceof PatternMatch.Mismatched mismatched) {
            return mismatched.text();
        }
        if (match instanceof PatternMatch.Skipped skipped) {
            return skipped.text();
        }
        return match instanceof PatternMatch.Failed failed ? failed.text() : null;
    }

    private Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = compile();
            pattern = known;
        }
        return known;
    }

    private Pattern compile() {
        try {
            return Pattern.compile(asText(value), NumberView.FLOAT64);
        } catch (PatternException e) {
            throw new MergeFault(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode asText(JsonNode value) {
        return value.isContainerNode() || value.isTextual() ? value : TextNode.valueOf(Values.text(value));
    }
}
