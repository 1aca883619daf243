package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.GoDuration;
import io.ephor.values.GoText;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;
import io.ephor.values.Quantity;
import io.ephor.values.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * The key or the value of a condition, with what its text means. What a text means is found out when it is first asked,
 * and kept: the operand of a text that is written in a policy serves all evaluations. Immutable to its users; thread-safe,
 * since whoever comes second finds out the same.
 */
final class Operand {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final JsonNode node;
    private final NumberView scalars;
    private final NumberView elements;
    private @Nullable Meaning meaning;
    private @Nullable TextList texts;

    /**
     * Makes an operand.
     *
     * @param scalars how a number is seen that is the operand
     * @param elements how numbers are seen that are inside of it
     */
    Operand(JsonNode node, NumberView scalars, NumberView elements) {
        this.node = node;
        this.scalars = scalars;
        this.elements = elements;
    }

    JsonNode node() {
        return node;
    }

    NumberView elements() {
        return elements;
    }

    boolean isNull() {
        return node.isNull() || node.isMissingNode();
    }

    boolean isInteger() {
        return node.isNumber() && JsonNumber.isInteger(node, scalars);
    }

    double number() {
        return JsonNumber.doubleValue(node);
    }

    String text() {
        return node.textValue();
    }

    /** Returns what the text means. */
    Meaning meaning() {
        Meaning known = meaning;
        if (known == null) {
            known = Meaning.of(node.textValue());
            meaning = known;
        }
        return known;
    }

    /** Returns the elements of the list as texts. */
    TextList texts() {
        TextList known = texts;
        if (known == null) {
            known = TextList.of(node, elements);
            texts = known;
        }
        return known;
    }

    /** Returns how the operand is printed. */
    String printed() {
        return GoText.value(node, scalars);
    }

    /** Returns the duration of a number of whole seconds, which may wrap around. */
    long secondsAsNanos() {
        double seconds = number();
        return (isInteger() ? JsonNumber.longValue(node) : whole(seconds)) * NANOS_PER_SECOND;
    }

    /** Converts as amd64 does: what does not fit becomes the lowest number. */
    static long whole(double number) {
        return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
    }

    /**
     * What a text may mean.
     *
     * @param duration the duration that it is, or null
     * @param quantity the quantity that it is, or null
     * @param wildcard the text as a pattern
     */
    record Meaning(
            String text,
            @Nullable GoDuration duration,
            @Nullable Quantity quantity,
            Wildcard wildcard) {
        static Meaning of(String text) {
            return new Meaning(text, GoDuration.tryParse(text), Quantity.tryParse(text), Wildcard.compile(text));
        }

        /** Returns the duration, unless the text is the bare zero, which is a number too. */
        @Nullable
        GoDuration properDuration() {
            return text.equals("0") ? null : duration;
        }
    }
}
