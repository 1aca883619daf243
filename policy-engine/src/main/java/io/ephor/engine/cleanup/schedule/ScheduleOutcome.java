package io.ephor.engine.cleanup.schedule;

/** What the text of a schedule turned out to be. */
public sealed interface ScheduleOutcome {
    /**
     * A schedule that Kyverno runs.
     *
     * @param schedule the schedule
     */
    record Runs(Schedule schedule) implements ScheduleOutcome {}

    /**
     * A text that is accepted when the policy is admitted, and refused when it should run: nothing ever happens.
     *
     * @param reason one line that says what is refused
     * @param offset where in the text, in characters
     */
    record NeverRuns(String reason, int offset) implements ScheduleOutcome {}

    /**
     * A text that is no schedule.
     *
     * @param message one line that says what is wrong
     * @param offset where in the text, in characters
     */
    record Faulty(String message, int offset) implements ScheduleOutcome {}
}
