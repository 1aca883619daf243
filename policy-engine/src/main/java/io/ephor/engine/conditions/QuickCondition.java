package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.variables.PartQuery;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.Template;
import io.ephor.values.NumberView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition as the fast pass asks it: its sides are written in the policy, or values or lists that stand in a part of what
 * queries see. Wherever it is certain it says the same as {@link CompiledCondition}. Immutable and thread-safe.
 */
abstract sealed class QuickCondition {
    /** Returns the condition for the fast pass; null where that has nothing to say of it. */
    static @Nullable QuickCondition of(CompiledCondition condition) {
        OperatorTest test = condition.test();
        Side key = condition.key();
        Side value = condition.value();
        PartQuery keyQuery = key.partQuery();
        PartQuery valueQuery = value.partQuery();
        Operand writtenKey = key.constant();
        Operand writtenValue = value.constant();
        boolean answerable = (writtenKey != null || keyQuery != null) && (writtenValue != null || valueQuery != null);
        if (test == null || !answerable) {
            return null;
        }
        ListQuestion ofKeys = writtenValue == null ? null : ofKeys(test, writtenValue, key.queried());
        if (keyQuery != null && keyQuery.makesList()) {
            return made(test, keyQuery, key.queried(), writtenValue, true, ofKeys);
        }
        if (valueQuery != null && valueQuery.makesList()) {
            ListQuestion ofValues = ofValues(test, writtenKey, value.queried());
            return made(test, valueQuery, value.queried(), writtenKey, false, ofValues);
        }
        return new Values(test, Single.of(key, keyQuery), Single.of(value, valueQuery), ofKeys);
    }

    private static @Nullable QuickCondition made(
            OperatorTest test,
            PartQuery list,
            NumberView numbers,
            @Nullable Operand written,
            boolean isKey,
            @Nullable ListQuestion question) {
        return written == null || question == null ? null : new MadeList(test, list, numbers, written, isKey, question);
    }

    private static @Nullable ListQuestion ofKeys(OperatorTest test, Operand value, NumberView numbers) {
        ListQuestion question = test.ofKeys(value, numbers);
        if (question != null) {
            return question;
        }
        try {
            Operand none = new Operand(JsonNodeFactory.instance.arrayNode(), numbers, numbers);
            return ListQuestion.ofEmpty(test.holds(none, value));
        } catch (ConditionException exception) {
            return null;
        }
    }

    private static @Nullable ListQuestion ofValues(OperatorTest test, @Nullable Operand key, NumberView numbers) {
        return key != null && key.node().isTextual() ? test.ofValues(key.text(), numbers) : null;
    }

    /** Says whether the condition holds, as far as that is certain. */
    abstract Certainty holds(PartScope scope);

    private static Certainty compare(OperatorTest test, Operand left, Operand right) {
        try {
            return Certainty.of(!left.isNull() && test.holds(left, right));
        } catch (ConditionException exception) {
            return Certainty.UNKNOWN;
        }
    }

    /** Returns the answer of a list whose elements were asked; a missing node is one without elements. */
    private static Certainty answer(ListQuestion question, @Nullable JsonNode instead, PartScope scope) {
        if (scope.isDoubtful()) {
            return Certainty.UNKNOWN;
        }
        boolean decided = instead == null && scope.isDecided();
        return Certainty.of(decided ? question.decided() : question.open());
    }

    /** A side that is no list that a query makes: what is written, or what is asked. */
    private record Single(
            @Nullable Operand written, @Nullable PartQuery query, NumberView numbers) {
        static Single of(Side side, @Nullable PartQuery query) {
            return new Single(side.constant(), query, side.queried());
        }

        @Nullable
        JsonNode find(PartScope scope) {
            return written == null ? scope.find(Objects.requireNonNull(query)) : written.node();
        }

        Operand operand(JsonNode found) {
            return written == null ? new Operand(found, numbers, numbers) : written;
        }
    }

    /** Compares values neither of which is a list that a query makes. */
    private static final class Values extends QuickCondition {
        private final OperatorTest test;
        private final Single key;
        private final Single value;
        private final @Nullable ListQuestion ofKeys;

        /** @param ofKeys what is asked of each key where the value is written, or null */
        Values(OperatorTest test, Single key, Single value, @Nullable ListQuestion ofKeys) {
            this.test = test;
            this.key = key;
            this.value = value;
            this.ofKeys = ofKeys;
        }

        @Override
        Certainty holds(PartScope scope) {
            JsonNode left = key.find(scope);
            JsonNode right = left == null ? null : value.find(scope);
            if (left == null || right == null) {
                return Certainty.UNKNOWN;
            }
            if (key.written == null && value.written != null) {
                return compare(test, left, key.numbers, value.written, ofKeys, scope);
            }
            return Template.mayHoldVariables(left) || Template.mayHoldVariables(right)
                    ? Certainty.UNKNOWN
                    : compare(test, key.operand(left), value.operand(right));
        }
    }

    /** Compares a key that was found with a value that is written. */
    private static Certainty compare(
            OperatorTest test,
            JsonNode key,
            NumberView numbers,
            Operand value,
            @Nullable ListQuestion ofKeys,
            PartScope scope) {
        if (key.isNull()) {
            return Certainty.NO;
        }
        if (key instanceof ArrayNode list && ofKeys != null) {
            return answer(ofKeys, scope.ask(list, ofKeys.each()), scope);
        }
        if (key.isContainerNode()) {
            return Template.mayHoldVariables(key)
                    ? Certainty.UNKNOWN
                    : compare(test, new Operand(key, numbers, numbers), value);
        }
        Certainty certainty = scalar(test, key, value);
        return certainty == Certainty.UNKNOWN ? compare(test, new Operand(key, numbers, numbers), value) : certainty;
    }

    private static Certainty scalar(OperatorTest test, JsonNode key, Operand value) {
        try {
            return test.ofScalar(key, value);
        } catch (ConditionException exception) {
            return Certainty.UNKNOWN;
        }
    }

    /** Compares the list that one side makes with the other side, which is written. */
    private static final class MadeList extends QuickCondition {
        private final OperatorTest test;
        private final PartQuery list;
        private final NumberView numbers;
        private final Operand written;
        private final boolean isKey;
        private final ListQuestion question;

        /** @param isKey whether the list is the key, rather than the value */
        MadeList(
                OperatorTest test,
                PartQuery list,
                NumberView numbers,
                Operand written,
                boolean isKey,
                ListQuestion question) {
            this.test = test;
            this.list = list;
            this.numbers = numbers;
            this.written = written;
            this.isKey = isKey;
            this.question = question;
        }

        @Override
        Certainty holds(PartScope scope) {
            JsonNode instead = scope.ask(list, question.each());
            if (instead == null || instead.isMissingNode() || scope.isDoubtful()) {
                return answer(question, instead, scope);
            }
            if (isKey) {
                return compare(test, instead, numbers, written, question, scope);
            }
            return Template.mayHoldVariables(instead)
                    ? Certainty.UNKNOWN
                    : compare(test, written, new Operand(instead, numbers, numbers));
        }
    }
}
