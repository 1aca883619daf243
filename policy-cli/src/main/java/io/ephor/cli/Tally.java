package io.ephor.cli;

import io.ephor.RuleStatus;

/** Counts how rules ended. Not thread-safe. */
final class Tally {
    private int pass;
    private int fail;
    private int warn;
    private int error;
    private int skip;

    void add(RuleStatus status) {
        switch (status) {
            case PASS -> pass++;
            case FAIL -> fail++;
            case WARN -> warn++;
            case ERROR -> error++;
            case SKIP -> skip++;
        }
    }

    int pass() {
        return pass;
    }

    int fail() {
        return fail;
    }

    int warn() {
        return warn;
    }

    int error() {
        return error;
    }

    /** Returns the line that closes the plain report. Kyverno: cmd/cli/kubectl-kyverno/commands/apply/print.go. */
    String summary() {
        return "pass: " + pass + ", fail: " + fail + ", warn: " + warn + ", error: " + error + ", skip: " + skip + " ";
    }
}
