package io.ephor.conformance;

import java.io.IOException;

/** A kind of question with recorded answers. Implementations keep no state between runs. */
public interface Suite {
    /** Returns the name on the command line, in {@code due.yaml} and in {@code known-differences.yaml}. */
    String name();

    /** Returns the file or folder that is run unless another is named, as a path below {@code golden/} of the corpus. */
    String file();

    /**
     * Asks Ephor every question of the file and hands each answer to the run.
     *
     * @throws IOException if the file or a document beside it cannot be read
     */
    void run(SuiteRun run) throws IOException;
}
