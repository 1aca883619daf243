package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import io.ephor.patterns.PatternMatch;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a rule answers with, to Kyverno's letter. Variables of the message are looked up when it is shown, since
 * most evaluations show none.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 */
final class RuleMessage {
    private static final String PREFIX = "validation error: ";
    private static final String NO_TEXT =
            "the produced message didn't resolve to a string, check your policy definition.";

    private final String rule;
    private final String written;
    private final Template template;
    // what stands before the path where a pattern did not match, null where that is not known before an evaluation
    private final @Nullable String failure;

    /**
     * Makes the texts of a rule.
     *
     * @param rule the name of the rule
     * @param written the message of the rule; the empty text where it has none
     * @param template what the message becomes in an evaluation
     */
    RuleMessage(String rule, String written, Template template) {
        this.rule = rule;
        this.written = written;
        this.template = template;
        this.failure = written.isEmpty() || template.isStatic()
                ? failure(written.isEmpty() ? "" : asSentence(text(template.tree())))
                : null;
    }

    String rule() {
        return rule;
    }

    String written() {
        return written;
    }

    Template template() {
        return template;
    }

    /** Says whether the message is the same in every evaluation. */
    boolean isFixed() {
        return failure != null;
    }

    String passed() {
        return "validation rule '" + rule + "' passed.";
    }

    String passed(int alternative) {
        return "validation rule '" + rule + "' anyPattern[" + alternative + "] passed.";
    }

    /**
     * Returns what writes the message of a pattern that did not match; variables in it have their values by then.
     *
     * @param mismatch where it failed; what was found and what was wanted is shown where the message has no value
     */
    Supplier<String> failedAt(PatternMatch.Mismatched mismatch, RuleEvaluation evaluation) {
        String known = failure;
        if (known != null) {
            return () -> known + mismatch.path();
        }
        String sentence = sentence(evaluation);
        String text = sentence == null ? substitutionError(mismatch.text()) : failure(sentence) + mismatch.path();
        return () -> text;
    }

    private String failure(String sentence) {
        return PREFIX + sentence + "rule " + rule + " failed at path ";
    }

    /**
     * Returns what writes the message of patterns none of which matched; variables in it have their values by then.
     *
     * @param alternatives what the patterns say
     */
    Supplier<String> failed(Supplier<String> alternatives, RuleEvaluation evaluation) {
        String sentence = sentence(evaluation);
        return sentence == null
                ? () -> substitutionError(alternatives.get())
                : () -> PREFIX + sentence + alternatives.get();
    }

    String executionError(String error, RuleEvaluation evaluation) {
        String sentence = sentence(evaluation);
        return sentence == null
                ? substitutionError(error)
                : PREFIX + sentence + "rule " + rule + " execution error: " + error;
    }

    /**
     * Returns the message of a rule that denies.
     *
     * @param denial the message together with those of the conditions
     * @param conditions the messages of the conditions, which are shown where the whole has no value
     */
    String denied(Template denial, String conditions, RuleEvaluation evaluation) {
        if (denial.tree().textValue().isEmpty()) {
            return PREFIX + "rule " + rule + " failed";
        }
        if (denial.isStatic()) {
            return text(denial.tree());
        }
        try {
            return text(denial.resolve(evaluation.scope()));
        } catch (SubstitutionException exception) {
            return conditions;
        }
    }

    private static String text(JsonNode resolved) {
        return resolved.isTextual() ? resolved.textValue() : NO_TEXT;
    }

    /** Returns the message as a sentence before others, empty where there is none, or null where it has no value. */
    private @Nullable String sentence(RuleEvaluation evaluation) {
        if (written.isEmpty()) {
            return "";
        }
        String message;
        try {
            message = text(template.isStatic() ? template.tree() : template.resolve(evaluation.scope()));
        } catch (SubstitutionException exception) {
            return null;
        }
        return asSentence(message);
    }

    private static String asSentence(String message) {
        return message.endsWith(".") ? message + " " : message + ". ";
    }

    private String substitutionError(String error) {
        return PREFIX + "variables substitution error in rule " + rule + " execution error: "
                + Objects.requireNonNull(error, "error");
    }
}
