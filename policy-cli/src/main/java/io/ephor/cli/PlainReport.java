package io.ephor.cli;

import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.io.PrintStream;

/**
 * Prints failures as text and closes with the numbers.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go.
 */
final class PlainReport implements Report {
    private final PrintStream out;
    private final PrintStream err;

    /** Creates a report whose failures go to one stream, and to the other why rules could not be evaluated. */
    PlainReport(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void open(int rules, int resources, int exceptions) {
        out.print(opening(rules, resources, exceptions));
    }

    static String opening(int rules, int resources, int exceptions) {
        return "\nApplying " + rules + " policy rule(s) to " + resources + " resource(s)"
                + (exceptions == 0 ? "" : " with " + exceptions + " exception(s)") + "...\n";
    }

    @Override
    public void add(ResourceIdentity resource, Judgement judgement) {
        int number = 0;
        for (RuleResult rule : judgement.result().rules()) {
            if (rule.status() == RuleStatus.ERROR) {
                explain(resource, judgement, rule);
            }
            if (rule.status() != RuleStatus.FAIL) {
                continue;
            }
            if (number == 0) {
                heading(resource, judgement);
            }
            number++;
            String message = rule.message().isEmpty() ? "validation failed" : rule.message();
            out.print(number + " - " + rule.name() + " " + message + "\n");
        }
    }

    private void heading(ResourceIdentity resource, Judgement judgement) {
        out.print(pair(resource, judgement)
                + (onlyAuditWarnings(judgement) ? " failed as audit warning:\n" : " failed:\n"));
    }

    private void explain(ResourceIdentity resource, Judgement judgement, RuleResult rule) {
        err.print("error: " + pair(resource, judgement) + ": rule " + rule.name() + ": " + rule.message() + "\n");
    }

    private static String pair(ResourceIdentity resource, Judgement judgement) {
        return "policy " + judgement.policy().name() + " -> resource " + resource.namespace() + "/" + resource.kind()
                + "/" + resource.name();
    }

    private static boolean onlyAuditWarnings(Judgement judgement) {
        for (RuleResult rule : judgement.result().rules()) {
            if (rule.status() == RuleStatus.FAIL && !judgement.isAuditWarning(rule)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close(Tally tally) {
        out.print("\n" + tally.summary() + "\n");
    }
}
