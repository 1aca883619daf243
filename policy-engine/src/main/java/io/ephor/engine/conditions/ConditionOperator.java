package io.ephor.engine.conditions;

import org.jspecify.annotations.Nullable;

/**
 * What a condition asks of its key and its value. Operators are found in any case.
 *
 * <p>Kyverno: pkg/engine/variables/operator/operator.go
 */
public enum ConditionOperator {
    /** Deprecated spelling of {@link #EQUALS}. */
    EQUAL("Equal", new Equality(false)),
    /** The key is the value; texts may be wildcards, durations and quantities. */
    EQUALS("Equals", new Equality(false)),
    /** Deprecated spelling of {@link #NOT_EQUALS}. */
    NOT_EQUAL("NotEqual", new Equality(true)),
    /** The key is not the value. */
    NOT_EQUALS("NotEquals", new Equality(true)),
    /** Deprecated: every key is in the value. */
    IN("In", new ExactMembership(false)),
    /** Deprecated: some key is not in the value. */
    NOT_IN("NotIn", new ExactMembership(true)),
    /** Some key is in the value. */
    ANY_IN("AnyIn", new Membership(false, false)),
    /** Every key is in the value. */
    ALL_IN("AllIn", new Membership(true, false)),
    /** Some key is not in the value. */
    ANY_NOT_IN("AnyNotIn", new Membership(false, true)),
    /** No key is in the value. */
    ALL_NOT_IN("AllNotIn", new Membership(true, true)),
    /** The key is greater than the value. */
    GREATER_THAN("GreaterThan", new NumericOrder(Relation.GREATER)),
    /** The key is the value or greater. */
    GREATER_THAN_OR_EQUALS("GreaterThanOrEquals", new NumericOrder(Relation.GREATER_OR_EQUAL)),
    /** The key is less than the value. */
    LESS_THAN("LessThan", new NumericOrder(Relation.LESS)),
    /** The key is the value or less. */
    LESS_THAN_OR_EQUALS("LessThanOrEquals", new NumericOrder(Relation.LESS_OR_EQUAL)),
    /** Deprecated: {@link #GREATER_THAN} for durations. */
    DURATION_GREATER_THAN("DurationGreaterThan", new DurationOrder(Relation.GREATER)),
    /** Deprecated: {@link #GREATER_THAN_OR_EQUALS} for durations. */
    DURATION_GREATER_THAN_OR_EQUALS("DurationGreaterThanOrEquals", new DurationOrder(Relation.GREATER_OR_EQUAL)),
    /** Deprecated: {@link #LESS_THAN} for durations. */
    DURATION_LESS_THAN("DurationLessThan", new DurationOrder(Relation.LESS)),
    /** Deprecated: {@link #LESS_THAN_OR_EQUALS} for durations. */
    DURATION_LESS_THAN_OR_EQUALS("DurationLessThanOrEquals", new DurationOrder(Relation.LESS_OR_EQUAL));

    private static final OperatorTest NEVER = (key, value) -> false;

    private final String literal;
    private final OperatorTest test;

    ConditionOperator(String literal, OperatorTest test) {
        this.literal = literal;
        this.test = test;
    }

    /** Returns the operator as it is written in policies. */
    public String literal() {
        return literal;
    }

    /** Returns the operator of a text, in whatever case, or null where there is none. */
    public static @Nullable ConditionOperator find(String text) {
        for (ConditionOperator operator : values()) {
            if (isLowerCaseOf(text, operator.literal)) {
                return operator;
            }
        }
        return null;
    }

    /** Go compares the lower case of single characters, in which the long s is no {@code s}, as it is for Java. */
    private static boolean isLowerCaseOf(String text, String literal) {
        if (text.length() != literal.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(text.charAt(i)) != Character.toLowerCase(literal.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns what decides. An operator that orders and is spelled in another case decides nothing. */
    OperatorTest test(String spelling) {
        return orders() && !literal.equals(spelling) ? NEVER : test;
    }

    private boolean orders() {
        return compareTo(GREATER_THAN) >= 0;
    }
}
