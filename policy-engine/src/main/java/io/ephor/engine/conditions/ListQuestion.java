package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.ElementQuestion;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.Template;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import io.ephor.values.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks of the elements of a list, one by one. Immutable and thread-safe.
 *
 * @param each what is asked of an element
 * @param decided the answer where an element decided it
 * @param open the answer where none did, as in an empty list
 */
record ListQuestion(ElementQuestion each, boolean decided, boolean open) {
    /** Knows what an empty list means, and nothing else. */
    static ListQuestion ofEmpty(boolean open) {
        return new ListQuestion(new Unanswered(), false, open);
    }

    /**
     * Returns what asks for a text among the elements of a value; null for a text that is a pattern.
     *
     * @param numbers how numbers among the elements are seen
     * @param negated whether the text must not be there
     */
    static @Nullable ListQuestion ofValues(String text, NumberView numbers, boolean negated) {
        return Wildcard.containsWildcard(text) ? null : new ListQuestion(new Unlike(text, numbers), !negated, negated);
    }

    /** Asks elements as the texts as which they are printed; variables in them have to be replaced first. */
    interface OfTexts extends ElementQuestion {
        NumberView numbers();

        boolean isOpen(String text, PartScope scope);

        @Override
        default boolean leavesOpen(JsonNode element, PartScope scope) {
            if (element.isTextual()) {
                return leavesOpen(element.textValue(), scope);
            }
            return Template.mayHoldVariables(element) ? giveUp(scope) : isOpen(GoText.value(element, numbers()), scope);
        }

        @Override
        default boolean leavesOpen(String element, PartScope scope) {
            return Template.mayHoldVariables(element) ? giveUp(scope) : isOpen(element, scope);
        }
    }

    private static boolean giveUp(PartScope scope) {
        scope.giveUp();
        return false;
    }

    /** Gives up. */
    private record Unanswered() implements ElementQuestion {
        @Override
        public boolean leavesOpen(JsonNode element, PartScope scope) {
            return giveUp(scope);
        }

        @Override
        public boolean leavesOpen(String element, PartScope scope) {
            return giveUp(scope);
        }
    }

    /**
     * Leaves open as long as keys are among texts, or as long as none is.
     *
     * @param held what leaves open
     */
    record Among(TextList texts, NumberView numbers, boolean held) implements OfTexts {
        @Override
        public boolean isOpen(String text, PartScope scope) {
            if (texts.holds(text)) {
                return held;
            }
            return scope.spend(texts.effort(text)) ? texts.matches(text) == held : giveUp(scope);
        }
    }

    /** Leaves open as long as keys are texts that are among others as they are; one that is not leaves it to its list. */
    record AmongExactly(TextList texts) implements ElementQuestion {
        @Override
        public boolean leavesOpen(JsonNode element, PartScope scope) {
            return element.isTextual() ? leavesOpen(element.textValue(), scope) : giveUp(scope);
        }

        @Override
        public boolean leavesOpen(String element, PartScope scope) {
            return (!Template.mayHoldVariables(element) && texts.holds(element)) || giveUp(scope);
        }
    }

    /** Leaves open as long as elements are not a text. */
    record Unlike(String text, NumberView numbers) implements OfTexts {
        @Override
        public boolean isOpen(String element, PartScope scope) {
            return Wildcard.containsWildcard(element) ? giveUp(scope) : !element.equals(text);
        }
    }
}
