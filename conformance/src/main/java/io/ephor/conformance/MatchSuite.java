package io.ephor.conformance;

import java.io.IOException;

/**
 * What rules and statements match. Rows of columns come before the rows that are asked about them; every answer is a
 * case.
 */
final class MatchSuite implements Suite {
    @Override
    public String name() {
        return "match";
    }

    @Override
    public String file() {
        return "patterns/match.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        run.rows(new MatchRows(run)::take);
    }
}
