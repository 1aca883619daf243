package io.ephor.test;

import io.ephor.Diagnostic;
import io.ephor.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What came out of one document of a {@code kyverno-test.yaml}. Immutable. */
public final class TestReport {
    private final Path file;
    private final int document;
    private final String name;
    private final List<TestRow> rows;
    private final List<TestEvaluation> evaluations;
    private final TestPolicies policies;
    private final List<Diagnostic> diagnostics;

    TestReport(
            Path file,
            int document,
            String name,
            List<TestRow> rows,
            List<TestEvaluation> evaluations,
            TestPolicies policies,
            List<Diagnostic> diagnostics) {
        this.file = file;
        this.document = document;
        this.name = name;
        this.rows = List.copyOf(rows);
        this.evaluations = List.copyOf(evaluations);
        this.policies = policies;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** {@return the file of the manifest} */
    public Path file() {
        return file;
    }

    /** {@return the number of the document in its file, from 0} */
    public int document() {
        return document;
    }

    /** {@return the name of the test; empty where it has none} */
    public String name() {
        return name;
    }

    /** {@return one row for each expectation and each resource that it selects, in the order of the manifest} */
    public List<TestRow> rows() {
        return rows;
    }

    /** {@return everything that the policies said about the resources, expected or not, in the order of evaluation} */
    public List<TestEvaluation> evaluations() {
        return evaluations;
    }

    /** {@return the policies that the engine did not load} */
    public List<RefusedPolicy> refused() {
        return policies.refused();
    }

    /**
     * {@return the features that the engine does not have and for want of which nothing can be told of what a policy says;
     * empty where it could be asked}
     *
     * @param policy the name of the policy
     */
    public Set<String> missingFeatures(String policy) {
        return policies.missingFeatures(policy);
    }

    /** {@return what is wrong with the manifest and the files that it names, the faults of policies included} */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** {@return whether nothing is wrong: there are expectations, all of them are met, and no diagnostic is an error} */
    public boolean passed() {
        boolean faulty = diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return !faulty && !rows.isEmpty() && rows.stream().allMatch(TestRow::passed);
    }
}
