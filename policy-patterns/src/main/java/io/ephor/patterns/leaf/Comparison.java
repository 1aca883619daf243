package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.GoDuration;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;
import io.ephor.values.Quantity;
import io.ephor.values.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * An operator and what is compared with. Value and operand are compared as durations if both are durations, else as
 * quantities if both are quantities, else as texts with wildcards, which have no order.
 *
 * <p>Kyverno: {@code pkg/engine/pattern/pattern.go}, validateString
 */
final class Comparison implements Piece {
    private final Operator operator;
    private final Wildcard text;
    private final @Nullable GoDuration duration;
    private final @Nullable Quantity quantity;
    private final long thousandths;

    /**
     * Makes a comparison.
     *
     * @param operator any but a range
     * @param operand what is compared with, without white space around it
     */
    Comparison(Operator operator, String operand) {
        this.operator = operator;
        this.text = Wildcard.compile(operand);
        this.duration = GoDuration.tryParse(operand);
        this.quantity = Quantity.tryParse(operand);
        this.thousandths = Thousandths.of(operand);
    }

    Operator operator() {
        return operator;
    }

    /** Returns what texts are compared with if they are compared in no other way, else null. */
    @Nullable
    Wildcard words() {
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        return equality && duration == null && quantity == null ? text : null;
    }

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        return switch (value.getNodeType()) {
            case STRING -> matchesText(value.textValue());
            case NUMBER ->
                JsonNumber.isInteger(value, numbers)
                        ? matchesInteger(value.longValue())
                        : matchesFloat(JsonNumber.doubleValue(value));
            case BOOLEAN -> holdsAsText(value.booleanValue() ? "true" : "false");
            case NULL, MISSING -> matchesNothing();
            case OBJECT, ARRAY, BINARY, POJO -> false;
        };
    }

    private boolean matchesText(String value) {
        if (duration != null) {
            long nanos = Nanoseconds.of(value);
            if (nanos != Nanoseconds.NONE) {
                return holds(Long.compare(nanos, duration.nanos()));
            }
            GoDuration other = GoDuration.tryParse(value);
            if (other != null) {
                return holds(other.compareTo(duration));
            }
        }
        if (quantity != null) {
            long small = Thousandths.of(value);
            if (small != Thousandths.NONE && thousandths != Thousandths.NONE) {
                return holds(Long.compare(small, thousandths));
            }
            Quantity other = Quantity.tryParse(value);
            if (other != null) {
                return holds(other.compareTo(quantity));
            }
        }
        return holdsAsText(value);
    }

    private boolean matchesInteger(long value) {
        if (duration != null && value == 0) {
            return holds(Long.compare(0, duration.nanos()));
        }
        if (quantity != null) {
            long small = Thousandths.of(value);
            if (small != Thousandths.NONE && thousandths != Thousandths.NONE) {
                return holds(Long.compare(small, thousandths));
            }
            return holds(Quantity.parse(Long.toString(value)).compareTo(quantity));
        }
        // INVARIANT: an operand that is the text of an integer is a quantity, so a literal cannot match here
        return text.isLiteral() ? operator == Operator.NOT_EQUAL : holdsAsText(Long.toString(value));
    }

    /** A float64 is seen with six decimals as a quantity, and in scientific notation as a text; it is no duration. */
    private boolean matchesFloat(double value) {
        if (quantity != null) {
            long small = (value == (long) value) ? Thousandths.of((long) value) : Thousandths.NONE;
            if (small != Thousandths.NONE && thousandths != Thousandths.NONE) {
                return holds(Long.compare(small, thousandths));
            }
            Quantity other = Quantity.tryParse(NumberText.fixed(value));
            if (other != null) {
                return holds(other.compareTo(quantity));
            }
        }
        return holdsAsText(NumberText.scientific(value));
    }

    /** Null counts as zero among durations and quantities, and is no text, not even an unequal one. */
    private boolean matchesNothing() {
        if (duration != null) {
            return holds(Long.compare(0, duration.nanos()));
        }
        return quantity != null && holds(-quantity.signum());
    }

    private boolean holds(int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case MORE -> order > 0;
            case LESS -> order < 0;
            case MORE_EQUAL -> order >= 0;
            case LESS_EQUAL -> order <= 0;
            case IN_RANGE, NOT_IN_RANGE -> throw new IllegalStateException("a range is two comparisons");
        };
    }

    private boolean holdsAsText(String value) {
        return (operator == Operator.EQUAL && text.matches(value))
                || (operator == Operator.NOT_EQUAL && !text.matches(value));
    }
}
