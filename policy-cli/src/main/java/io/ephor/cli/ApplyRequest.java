package io.ephor.cli;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ephor apply} is asked to do. Immutable.
 *
 * @param policies files or folders with policies; {@code -} for the standard input
 * @param resources files or folders with resources; {@code -} for the standard input
 * @param targetResources files or folders with resources that exist already, which policies may change and do not judge
 * @param exceptions files with policy exceptions
 * @param exceptionsWithinResources whether exceptions are taken from the resources, and not from {@code exceptions}
 * @param exceptionsWithinPolicies whether exceptions among the policies count
 * @param assignments variables as {@code name=value}
 * @param valuesFile a file with variables and namespace labels
 * @param userFile a file that says who makes the request
 * @param auditWarns whether a failure whose action is Audit counts as a warning
 * @param warnExitCode the exit code when there are warnings and nothing worse
 * @param warnsWithoutPass whether a run in which nothing passed ends with {@code warnExitCode}
 * @param quiet whether the line that says what is applied to what is left out
 * @param format how results are printed
 * @param detailed whether a table has the messages too
 * @param colourless whether colours are left out even on a terminal
 * @param clock what time it is to policies, or null for the time of the system
 * @param clusterScopedKinds API versions and kinds that are in no namespace
 * @param output the file or folder for resources that were changed, or null to print them
 */
record ApplyRequest(
        List<String> policies,
        List<String> resources,
        List<String> targetResources,
        List<String> exceptions,
        boolean exceptionsWithinResources,
        boolean exceptionsWithinPolicies,
        List<String> assignments,
        @Nullable String valuesFile,
        @Nullable String userFile,
        boolean auditWarns,
        int warnExitCode,
        boolean warnsWithoutPass,
        boolean quiet,
        Format format,
        boolean detailed,
        boolean colourless,
        @Nullable Instant clock,
        List<String> clusterScopedKinds,
        @Nullable String output) {
    static final String STANDARD_INPUT = "-";

    ApplyRequest {
        policies = List.copyOf(policies);
        resources = List.copyOf(resources);
        targetResources = List.copyOf(targetResources);
        exceptions = List.copyOf(exceptions);
        assignments = List.copyOf(assignments);
        clusterScopedKinds = List.copyOf(clusterScopedKinds);
    }

    /** How results are printed. */
    enum Format {
        PLAIN,
        TABLE,
        JSONL
    }
}
