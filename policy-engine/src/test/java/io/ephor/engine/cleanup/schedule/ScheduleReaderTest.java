package io.ephor.engine.cleanup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.cleanup.RecordedRows;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schedules against what the two cron libraries of Kyverno say of the same texts. */
class ScheduleReaderTest {
    private static String kind(ScheduleOutcome outcome) {
        if (outcome instanceof ScheduleOutcome.Runs) {
            return "runs";
        }
        return outcome instanceof ScheduleOutcome.NeverRuns ? "never" : "faulty";
    }

    private static String answer(JsonNode row) {
        ScheduleOutcome outcome = ScheduleReader.read(row.get("text").textValue());
        if (!(outcome instanceof ScheduleOutcome.Runs runs) || !row.has("after")) {
            return kind(outcome);
        }
        Instant after = Instant.parse(row.get("after").textValue());
        ZoneId zone = ZoneId.of(row.get("zone").textValue());
        return "runs "
                + runs.schedule().next(after, zone).map(Instant::toString).orElse("never");
    }

    private static String recorded(JsonNode row) {
        String outcome = row.get("outcome").textValue();
        return row.has("after")
                ? outcome + " "
                        + (row.has("next")
                                ? Instant.parse(row.get("next").textValue()).toString()
                                : "never")
                : outcome;
    }

    @Test
    void readsAndRunsAsTheLibrariesDo() throws IOException {
        List<JsonNode> rows = RecordedRows.of("schedules.jsonl");
        assertThat(rows).hasSizeGreaterThan(1_400);
        for (JsonNode row : rows) {
            assertThat(answer(row)).as(row.toString()).isEqualTo(recorded(row));
        }
    }

    @Test
    void pointsToTheItemAtFault() {
        assertThat(ScheduleReader.read("0 */0 1,60-70 * *"))
                .isEqualTo(new ScheduleOutcome.Faulty("the hour `*/0` has a step of 0", 2));
        assertThat(ScheduleReader.read("0 0 1,60-70 * *"))
                .isEqualTo(new ScheduleOutcome.Faulty("the day of month `60-70` is not between 1 and 31", 6));
        assertThat(ScheduleReader.read("5-2 * * * *"))
                .isEqualTo(new ScheduleOutcome.Faulty("the minute `5-2` ends before it begins", 0));
        assertThat(ScheduleReader.read("x * * * *"))
                .isEqualTo(new ScheduleOutcome.Faulty("the minute `x` is no number, range or name", 0));
        assertThat(ScheduleReader.read("*/* * * * *"))
                .isEqualTo(new ScheduleOutcome.Faulty("the minute `*/*` has a step that is no number", 0));
        assertThat(ScheduleReader.read("* * * *")).isInstanceOf(ScheduleOutcome.Faulty.class);
        assertThat(ScheduleReader.read("* * * 13 *")).isInstanceOf(ScheduleOutcome.Faulty.class);
        assertThat(ScheduleReader.read("* * * * 7")).isInstanceOf(ScheduleOutcome.Faulty.class);
    }

    @Test
    void tellsWhatIsAdmittedAndNeverRun() {
        for (String text :
                List.of("@every 1h", "@midnight", "CRON_TZ=Asia/Tokyo 0 3 * * *", "*/70 * * * *", ", * * * *")) {
            assertThat(ScheduleReader.read(text)).as(text).isInstanceOf(ScheduleOutcome.NeverRuns.class);
        }
    }

    @Test
    @Timeout(20)
    void survivesHugeTexts() {
        String stars = "*,".repeat(500_000) + "*";
        assertThat(kind(ScheduleReader.read(stars + " * * * *"))).isEqualTo("runs");
        for (String text : List.of(
                "*".repeat(1_000_000),
                "1".repeat(1_000_000) + " * * * *",
                "* ".repeat(500_000),
                "-".repeat(1_000_000) + " * * * *",
                "*/".repeat(500_000) + " * * * *",
                "@" + "every".repeat(200_000),
                "@every " + "1h".repeat(500_000) + "x",
                "TZ=" + "x".repeat(1_000_000) + " * * * * *",
                "TZ=" + "x".repeat(1_000_000))) {
            ScheduleOutcome outcome = ScheduleReader.read(text);
            assertThat(outcome).isInstanceOf(ScheduleOutcome.Faulty.class);
            assertThat(((ScheduleOutcome.Faulty) outcome).message()).hasSizeLessThan(200);
        }
        assertThat(kind(ScheduleReader.read(",".repeat(1_000_000) + " * * * *")))
                .isEqualTo("never");
    }

    @Test
    @Timeout(20)
    void isAlwaysLaterAndEndsAlsoWhereClocksChange() {
        for (String text : List.of("30 2 * * *", "30 1 * * *", "*/7 * * * *", "0 0 * * *", "15 0,1,2,3 * * *")) {
            Schedule schedule = ((ScheduleOutcome.Runs) ScheduleReader.read(text)).schedule();
            for (String zone :
                    List.of("America/New_York", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe")) {
                Instant time = Instant.parse("2018-01-01T00:00:30Z");
                for (int i = 0; i < 800; i++) {
                    Instant next = schedule.next(time, ZoneId.of(zone)).orElseThrow();
                    assertThat(next).as(text + " in " + zone).isAfter(time);
                    time = next.plus(Duration.ofMinutes(i * 37L % 600));
                }
            }
        }
    }
}
