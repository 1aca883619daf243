package io.ephor.test;

import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came out for one expectation and one resource. Immutable.
 *
 * <p>The comparison is strict: the expectation is met only where at least one rule answered, every answer has the
 * expected status, and every object that the expectation names was compared and is the same. That no rule answered is
 * never what was expected.
 */
public final class TestRow {
    /** What {@link #actual()} says where no rule answered. */
    public static final String UNANSWERED = "unanswered";

    private final ExpectedResult expected;
    private final String resource;
    private final List<Answer> answers;
    private final List<String> problems;
    private final Set<String> missingFeatures;

    TestRow(
            ExpectedResult expected,
            String resource,
            List<Answer> answers,
            List<String> problems,
            Set<String> missingFeatures) {
        this.expected = expected;
        this.resource = resource;
        this.answers = List.copyOf(answers);
        this.problems = List.copyOf(problems);
        this.missingFeatures = Set.copyOf(missingFeatures);
    }

    /** {@return what was expected} */
    public ExpectedResult expected() {
        return expected;
    }

    /**
     * {@return the resource as {@code apiVersion,kind,namespace,name}, a payload by its path, or a name that the test uses
     * and no resource has}
     */
    public String resource() {
        return resource;
    }

    /** {@return the answers of the rules, in order} */
    public List<Answer> answers() {
        return answers;
    }

    /** {@return what is wrong beside the statuses, such as an object that differs} */
    public List<String> problems() {
        return problems;
    }

    /** {@return the features that the engine does not have and for want of which the policy could not be asked} */
    public Set<String> missingFeatures() {
        return missingFeatures;
    }

    /** {@return the different statuses of the answers, in alphabetical order, joined by {@code +}} */
    public String actual() {
        if (answers.isEmpty()) {
            return UNANSWERED;
        }
        return answers.stream()
                .map(answer -> answer.status().text())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("+"));
    }

    /** {@return whether the expectation is met} */
    public boolean passed() {
        return problems.isEmpty() && actual().equals(expected.status().text());
    }

    /** {@return for people what was wanted and what came out} */
    public String message() {
        if (passed()) {
            return "ok";
        }
        StringBuilder text = new StringBuilder("wanted ")
                .append(expected.status().text())
                .append(", got ")
                .append(actual());
        problems.forEach(problem -> text.append("; ").append(problem));
        answers.forEach(answer -> text.append("; ")
                .append(answer.rule().name())
                .append(": ")
                .append(answer.rule().message()));
        return text.toString();
    }

    @Override
    public String toString() {
        return expected.policy() + '/' + expected.rule() + " on " + resource + ": " + message();
    }

    /**
     * The answer of a rule. Immutable.
     *
     * @param rule what the rule said
     * @param status the status as a report shows it: a failure of a policy that is not scored is a warning
     */
    public record Answer(RuleResult rule, RuleStatus status) {}
}
