package io.ephor.cli;

/** Prints the results of a run in one format. Implementations are used by one thread for one run. */
interface Report {
    /** Opens the report. Asked once, before anything else, unless the user wants to read nothing but results. */
    void open(int rules, int resources, int exceptions);

    /** Takes what one policy said about one resource; resources come one after the other. */
    void add(ResourceIdentity resource, Judgement judgement);

    /** Takes what a cleanup policy would do to a resource; all of them come after everything else. */
    void add(ResourceIdentity resource, CleanupJudgement judgement);

    /** Closes the report after the last result. */
    void close(Tally tally);
}
