package io.ephor.jmespath.function.time;

import static io.ephor.jmespath.function.Searches.assertFails;
import static io.ephor.jmespath.function.Searches.assertResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.function.Searches;
import org.junit.jupiter.api.Test;

class TimeFunctionsTest {
    private static final JsonNode NULL = JsonNodeFactory.instance.nullNode();

    @Test
    void nowIsTheTimeOfTheContext() {
        assertResult("time_now_utc()", "\"2026-07-01T12:00:00Z\"");
        assertResult("time_now('any', `1`)", "\"2026-07-01T12:00:00Z\"");
        assertThat(in("Europe/Berlin", "time_now()")).isEqualTo("2026-07-01T14:00:00+02:00");
        assertThatThrownBy(() -> JmesPath.compile("time_now()").search(NULL))
                .isInstanceOf(JmesPathException.class)
                .hasMessage("the context gives no time");
    }

    @Test
    void differencesAreDurations() {
        assertResult("time_since('', '2026-07-01T11:00:00Z', '')", "\"1h0m0.5s\"");
        assertResult("time_since('', '2026-07-01T11:00:00Z', '2026-07-01T10:59:00Z')", "\"-1m0s\"");
        assertResult("time_since('2006-01-02', '2026-07-01', '2026-07-02')", "\"24h0m0s\"");
        assertResult("time_diff('2026-07-01T11:00:00Z', '2026-07-01T13:00:00+02:00')", "\"0s\"");
        assertResult("time_diff('0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z')", "\"2562047h47m16.854775807s\"");
        assertResult("time_diff('9999-01-01T00:00:00Z', '0001-01-01T00:00:00Z')", "\"-2562047h47m16.854775808s\"");
    }

    @Test
    void cronHasTheTimestampsOwnClock() {
        assertResult("time_to_cron('2023-02-02T15:04:05+05:30')", "\"4 15 2 2 4\"");
        assertResult("time_to_cron('2023-02-05T00:00:05Z')", "\"0 0 5 2 0\"");
    }

    @Test
    void additionKeepsTheOffset() {
        assertResult("time_add('2021-01-02T15:04:05-07:00', '3h')", "\"2021-01-02T18:04:05-07:00\"");
        assertResult("time_add('9999-12-31T23:59:59Z', '1s')", "\"10000-01-01T00:00:00Z\"");
        assertResult("time_add('0000-01-01T00:00:00Z', '-1s')", "\"-0001-12-31T23:59:59Z\"");
        assertFails("time_add('2021-01-02T15:04:05Z', '1.5')", "time: missing unit in duration \"1.5\"");
        assertThat(in("Europe/Berlin", "time_add('2026-03-29T01:30:00+01:00', '1h')"))
                .isEqualTo("2026-03-29T03:30:00+02:00");
    }

    @Test
    void truncationCountsFromTheYearOne() {
        assertResult("time_truncate('2021-01-02T15:34:05+05:30', '1h')", "\"2021-01-02T15:30:00+05:30\"");
        assertResult("time_truncate('2021-01-02T15:34:05Z', '168h')", "\"2020-12-28T00:00:00Z\"");
        assertResult("time_truncate('2021-01-02T15:34:05Z', '-1h')", "\"2021-01-02T15:34:05Z\"");
    }

    @Test
    void comparisonsAreStrict() {
        String early = "'2021-01-02T15:00:00Z'";
        String late = "'2021-01-02T15:00:00.1Z'";
        assertResult("time_before(" + early + ", " + late + ")", "true");
        assertResult("time_before(" + early + ", " + early + ")", "false");
        assertResult("time_after(" + late + ", " + early + ")", "true");
        assertResult("time_after(" + early + ", " + early + ")", "false");
        assertResult("time_between(" + late + ", " + early + ", '2022-01-01T00:00:00Z')", "true");
        assertResult("time_between(" + early + ", " + early + ", " + late + ")", "false");
        assertResult("time_utc('2021-01-02T15:00:00+05:30')", "\"2021-01-02T09:30:00Z\"");
    }

    @Test
    void aNumberAsLayoutMeansSecondsSince1970() {
        assertResult("time_parse('1', '1612345678')", "\"2021-02-03T09:47:58Z\"");
        assertResult("time_parse('0', '-62135596801')", "\"0000-12-31T23:59:59Z\"");
        assertResult("time_parse('0', '9223372036854775807')", "\"292277026596-12-04T15:30:07Z\"");
        assertResult("time_parse('0', '-9223372036854775808')", "\"292277026596-12-04T15:30:08Z\"");
        assertFails("time_parse('1', 'x')", "strconv.ParseInt: parsing \"x\": invalid syntax");
        assertFails(
                "time_parse('1', '9223372036854775808')",
                "strconv.ParseInt: parsing \"9223372036854775808\": value out of range");
    }

    private static String in(String zone, String expression) {
        return JmesPath.compile(expression).search(NULL, Searches.context(zone)).textValue();
    }
}
