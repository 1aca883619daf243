package io.ephor.engine.cleanup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScheduleTest {
    private static String next(String schedule, String after, String zone) {
        return ((ScheduleOutcome.Runs) ScheduleReader.read(schedule))
                .schedule()
                .next(Instant.parse(after), ZoneId.of(zone))
                .map(Instant::toString)
                .orElse("never");
    }

    private static String next(String schedule, String after) {
        return next(schedule, after, "Z");
    }

    @Test
    void isLaterThanTheTimeGiven() {
        assertThat(next("*/5 * * * *", "2024-03-06T14:00:00Z")).isEqualTo("2024-03-06T14:05:00Z");
        assertThat(next("*/5 * * * *", "2024-03-06T13:59:59.999Z")).isEqualTo("2024-03-06T14:00:00Z");
        assertThat(next("0 18 6 3 3", "2024-03-06T14:00:00Z")).isEqualTo("2024-03-06T18:00:00Z");
    }

    @Test
    void takesEitherDayWhereBothAreRestricted() {
        assertThat(next("0 0 13 * 5", "2024-03-02T00:00:00Z")).isEqualTo("2024-03-08T00:00:00Z");
        assertThat(next("0 0 13 * 5", "2024-03-08T00:00:00Z")).isEqualTo("2024-03-13T00:00:00Z");
        assertThat(next("0 0 13 * *", "2024-03-02T00:00:00Z")).isEqualTo("2024-03-13T00:00:00Z");
        assertThat(next("0 0 * * fri", "2024-03-02T00:00:00Z")).isEqualTo("2024-03-08T00:00:00Z");
        assertThat(next("0 0 */1 * 5", "2024-03-02T00:00:00Z")).isEqualTo("2024-03-03T00:00:00Z");
    }

    @Test
    void leapsToTheTwentyNinthOfFebruary() {
        assertThat(next("0 0 29 2 *", "2024-02-29T00:00:00Z")).isEqualTo("2028-02-29T00:00:00Z");
        assertThat(next("0 0 29 2 *", "2096-02-29T00:00:00Z")).isEqualTo("never");
    }

    @Test
    @Timeout(10)
    void hasAnAnswerForDatesThatNeverComeAndYearsFarOff() {
        assertThat(next("0 0 30 2 *", "2024-01-01T00:00:00Z")).isEqualTo("never");
        assertThat(next("0 0 31 2,4,6,9,11 *", "2024-01-01T00:00:00Z")).isEqualTo("never");
        assertThat(next("* * * * *", "2099-12-31T23:59:00Z")).isEqualTo("never");
        assertThat(next("* * * * *", "2099-12-31T23:58:00Z")).isEqualTo("2099-12-31T23:59:00Z");
        Schedule schedule = ((ScheduleOutcome.Runs) ScheduleReader.read("0 0 1 1 *")).schedule();
        assertThat(schedule.next(Instant.MAX, ZoneOffset.UTC)).isEmpty();
        assertThat(schedule.next(Instant.MIN, ZoneOffset.ofHours(18))).contains(Instant.parse("1969-12-31T06:00:00Z"));
    }

    @Test
    void countsInTheZoneThatIsGiven() {
        assertThat(next("0 3 * * *", "2024-06-01T00:00:00Z", "Asia/Tokyo")).isEqualTo("2024-06-01T18:00:00Z");
        assertThat(next("0 3 * * *", "2024-06-01T00:00:00Z")).isEqualTo("2024-06-01T03:00:00Z");
    }

    @Test
    void movesTimesThatDoNotExistAndCountsTheHourThatComesTwiceOnce() {
        assertThat(next("30 2 * * *", "2024-03-31T00:00:00Z", "Europe/Berlin")).isEqualTo("2024-03-31T01:30:00Z");
        assertThat(next("30 2 * * *", "2024-03-10T05:00:00Z", "America/New_York"))
                .isEqualTo("2024-03-10T06:30:00Z");
        assertThat(next("30 2 * * *", "2024-03-10T06:30:00Z", "America/New_York"))
                .isEqualTo("2024-03-11T06:30:00Z");
        assertThat(next("*/30 * * * *", "2024-11-03T05:30:00Z", "America/New_York"))
                .isEqualTo("2024-11-03T07:00:00Z");
    }

    @Test
    void knowsTheNamesOfSchedules() {
        List<String> names = List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@hourly");
        assertThat(names.stream().map(name -> next(name, "2024-03-06T14:00:00Z")))
                .containsExactly(
                        "2025-01-01T00:00:00Z",
                        "2025-01-01T00:00:00Z",
                        "2024-04-01T00:00:00Z",
                        "2024-03-10T00:00:00Z",
                        "2024-03-07T00:00:00Z",
                        "2024-03-06T15:00:00Z");
    }
}
