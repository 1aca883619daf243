package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.GoInteger;
import io.ephor.values.GoDuration;
import io.ephor.values.GoText;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;
import io.ephor.values.Quantity;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key or the value of a condition, with what it means. That is found out when it is first asked, and kept: the operand
 * of a text that is written in a policy serves all evaluations. Immutable to its users; thread-safe, since whoever comes
 * second finds out the same.
 */
final class Operand {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final JsonNode node;
    private final NumberView scalars;
    private final NumberView elements;
    private final boolean kept;
    // INVARIANT: each of these is one reference to an immutable object, so that threads may race to set it
    private @Nullable Meaning meaning;
    private @Nullable Wildcard wildcard;
    private @Nullable TextMembers members;
    private @Nullable List<String> printedElements;
    private @Nullable TextList texts;

    /**
     * Makes an operand.
     *
     * @param scalars how a number is seen that is the operand
     * @param elements how numbers are seen that are inside of it
     */
    Operand(JsonNode node, NumberView scalars, NumberView elements) {
        this(node, scalars, elements, false);
    }

    private Operand(JsonNode node, NumberView scalars, NumberView elements, boolean kept) {
        this.kept = kept;
        this.node = node;
        this.scalars = node instanceof GoInteger ? NumberView.AS_WRITTEN : scalars;
        this.elements = elements;
    }

    /** Returns the operand that is written in a policy, and serves all evaluations. */
    static Operand written(JsonNode node) {
        return new Operand(node, NumberView.FLOAT64, NumberView.AS_WRITTEN, true);
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

    /** Returns the text as a pattern. */
    Wildcard wildcard() {
        Wildcard known = wildcard;
        if (known == null) {
            known = Wildcard.compile(node.textValue());
            wildcard = known;
        }
        return known;
    }

    /** Returns what is in the text. */
    TextMembers members() {
        TextMembers known = members;
        if (known == null) {
            known = TextMembers.of(node.textValue());
            members = known;
        }
        return known;
    }

    /** Returns how an element of the list is printed. */
    String printedElement(int index) {
        return kept ? printedElements().get(index) : GoText.value(node.get(index), elements);
    }

    /**
     * Says whether a text is among the elements of the list, where both may be patterns of the other: what all operators on
     * lists do where the key is none. A list that serves this evaluation alone is not prepared where no pattern is in it.
     */
    boolean holdsLike(String text) {
        if (kept) {
            return isLikeOne(text);
        }
        boolean patterns = Wildcard.containsWildcard(text);
        for (int i = 0; i < node.size(); i++) {
            String element = printedElement(i);
            if (element.equals(text)) {
                return true;
            }
            patterns |= Wildcard.containsWildcard(element);
        }
        return patterns && isLikeOne(text);
    }

    private boolean isLikeOne(String text) {
        if (texts().holds(text)) {
            return true;
        }
        texts().effort(0, text);
        return texts().matches(text);
    }

    /** Returns how the elements of the list are printed. */
    List<String> printedElements() {
        List<String> known = printedElements;
        if (known == null) {
            List<String> printed = new ArrayList<>(node.size());
            for (JsonNode element : node) {
                printed.add(GoText.value(element, elements));
            }
            known = List.copyOf(printed);
            printedElements = known;
        }
        return known;
    }

    /** Returns the elements of the list as texts in which others are looked for. */
    TextList texts() {
        TextList known = texts;
        if (known == null) {
            known = TextList.of(printedElements());
            texts = known;
        }
        return known;
    }

    /** Returns how the operand is printed. */
    String printed() {
        return node.isTextual() ? node.textValue() : GoText.value(node, scalars);
    }

    /** Returns the duration of a number of whole seconds, which may wrap around. */
    long secondsAsNanos() {
        return (isInteger() ? JsonNumber.longValue(node) : whole(number())) * NANOS_PER_SECOND;
    }

    /** Converts as amd64 does: what does not fit becomes the lowest number. */
    static long whole(double number) {
        return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
    }

    /**
     * What a text may mean besides itself.
     *
     * @param duration the duration that it is, or null
     * @param properDuration the same, but null for the bare zero, which is a number
     * @param quantity the quantity that it is, or null
     */
    record Meaning(
            @Nullable GoDuration duration,
            @Nullable GoDuration properDuration,
            @Nullable Quantity quantity) {
        private static final Meaning NONE = new Meaning(null, null, null);

        static Meaning of(String text) {
            GoDuration duration = GoDuration.tryParse(text);
            Quantity quantity = Quantity.tryParse(text);
            if (duration == null && quantity == null) {
                return NONE;
            }
            return new Meaning(duration, text.equals("0") ? null : duration, quantity);
        }

        /** Says whether the text is nothing but a text. */
        boolean isNone() {
            return this == NONE;
        }
    }
}
