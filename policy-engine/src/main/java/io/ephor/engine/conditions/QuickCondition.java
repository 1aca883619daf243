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
        boolean answerable =
                (key.constant() != null || keyQuery != null) && (value.constant() != null || valueQuery != null);
        if (test == null || !answerable) {
            return null;
        }
        ListQuestion ofKeys = value.constant() == null ? null : ofKeys(test, value.constant(), key.queried());
        if (keyQuery != null && keyQuery.makesList()) {
            return ofKeys == null || value.constant() == null
                    ? null
                    : new ListOfKeys(test, keyQuery, value.constant(), key.queried(), ofKeys);
        }
        if (valueQuery != null && valueQuery.makesList()) {
            ListQuestion ofValues = ofValues(test, key.constant(), value.queried());
            return ofValues == null || key.constant() == null
                    ? null
                    : new ListOfValues(test, key.constant(), valueQuery, value.queried(), ofValues);
        }
        return new Values(test, Single.of(key, keyQuery), Single.of(value, valueQuery), ofKeys);
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

    /** Compares the list that the key makes with a value that is written. */
    private static final class ListOfKeys extends QuickCondition {
        private final OperatorTest test;
        private final PartQuery key;
        private final Operand value;
        private final NumberView numbers;
        private final ListQuestion question;

        ListOfKeys(OperatorTest test, PartQuery key, Operand value, NumberView numbers, ListQuestion question) {
            this.test = test;
            this.key = key;
            this.value = value;
            this.numbers = numbers;
            this.question = question;
        }

        @Override
        Certainty holds(PartScope scope) {
            JsonNode instead = scope.ask(key, question.each());
            return instead == null || instead.isMissingNode() || scope.isDoubtful()
                    ? answer(question, instead, scope)
                    : compare(test, instead, numbers, value, question, scope);
        }
    }

    /** Compares a text that is written with the list that the value makes. */
    private static final class ListOfValues extends QuickCondition {
        private final OperatorTest test;
        private final Operand key;
        private final PartQuery value;
        private final NumberView numbers;
        private final ListQuestion question;

        ListOfValues(OperatorTest test, Operand key, PartQuery value, NumberView numbers, ListQuestion question) {
            this.test = test;
            this.key = key;
            this.value = value;
            this.numbers = numbers;
            this.question = question;
        }

        @Override
        Certainty holds(PartScope scope) {
            JsonNode instead = scope.ask(value, question.each());
            if (instead == null || instead.isMissingNode() || scope.isDoubtful()) {
                return answer(question, instead, scope);
            }
            return Template.mayHoldVariables(instead)
                    ? Certainty.UNKNOWN
                    : compare(test, key, new Operand(instead, numbers, numbers));
        }
    }
}
