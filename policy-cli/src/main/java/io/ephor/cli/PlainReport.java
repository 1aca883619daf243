package io.ephor.cli;

import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.io.PrintStream;
import java.time.Instant;

/**
 * Prints failures as text and closes with the numbers.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go.
 */
final class PlainReport implements Report {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean detailed;

    /**
     * Creates a report whose failures go to one stream, and to the other why rules could not be evaluated.
     *
     * @param detailed whether the reasons of cleanup policies are told too, and when they run next
     */
    PlainReport(PrintStream out, PrintStream err, boolean detailed) {
        this.out = out;
        this.err = err;
        this.detailed = detailed;
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

    @Override
    public void add(ResourceIdentity resource, CleanupJudgement judgement) {
        String name = judgement.policy().name();
        String pair = pair(resource, name);
        if (detailed) {
            String next = judgement.next().map(Instant::toString).orElse("never");
            out.print(pair + " " + judgement.decision() + " (next run: " + next + ")\n");
        } else if (judgement.status() == RuleStatus.FAIL) {
            out.print(pair + " failed:\n1 - " + name + " " + judgement.message() + "\n");
        }
        if (judgement.status() == RuleStatus.ERROR) {
            err.print("error: " + pair + ": " + judgement.message() + "\n");
        }
    }

    private void heading(ResourceIdentity resource, Judgement judgement) {
        out.print(pair(resource, judgement.policy().name())
                + (onlyAuditWarnings(judgement) ? " failed as audit warning:\n" : " failed:\n"));
    }

    private void explain(ResourceIdentity resource, Judgement judgement, RuleResult rule) {
        err.print("error: " + pair(resource, judgement.policy().name()) + ": rule " + rule.name() + ": "
                + rule.message() + "\n");
    }

    private static String pair(ResourceIdentity resource, String policy) {
        return "policy " + policy + " -> resource " + resource.namespace() + "/" + resource.kind() + "/"
                + resource.name();
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
