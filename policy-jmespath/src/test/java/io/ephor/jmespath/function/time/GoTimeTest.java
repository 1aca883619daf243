package io.ephor.jmespath.function.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Jan _2 06 15:04:05.000 MST;feb  3 +5 07:08:09.+12 ABC;2005-02-03T07:08:09Z",
                "2006-002;2024-366;2024-12-31T00:00:00Z",
                "02/01/2006 3PM;30/04/2020 12AM;2020-04-30T00:00:00Z",
                "3pm;3pm;0000-01-01T15:00:00Z",
                "15:04 MST;14:46 GMT+2;0000-01-01T16:46:00+02:00",
                "15:04 MST;14:46 CEST;0000-01-01T14:46:00Z",
                "5;5.1234567891234;0000-01-01T00:00:05Z",
                "5 .999;5 .12;0000-01-01T00:00:05Z",
                "Monday;tuesday;0000-01-01T00:00:00Z",
                "Mon January 1;FRI MARCH 4;0000-04-01T00:00:00Z",
                "__2;  7;0000-01-07T00:00:00Z",
                "_2006;_2006;2006-01-01T00:00:00Z",
                "Z07:00:00;-00:00:01;0000-01-01T00:00:00Z",
                "Z07:00:00;-00:00:30;0000-01-01T00:00:00+00:00",
                "2006-01-02 -0700;2021-01-02 +2400;2021-01-02T00:00:00+24:00",
                "06;69;1969-01-01T00:00:00Z",
                "2006  01;2006 01;2006-01-01T00:00:00Z",
                "Janet 2006;Janet 2006;2006-01-01T00:00:00Z",
                "2006.0001;2024.0001;2024-01-01T00:00:00Z",
            })
    void readsByALayout(String layout, String text, String time) {
        assertThat(GoTime.parse(layout, text, ZoneOffset.UTC)).hasToString(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Jan _2 06 15:04:05.000 MST;feb  3 +5 07:08:09.-12 UTC;: fractional second out of range",
                "2006-002;2023-366;: day-of-year out of range",
                "2006-01-002;2023-02-031;: day-of-year does not match month",
                "2006-02-002;2023-02-031;: day-of-year does not match day",
                "02/01/2006 3PM;31/04/2020 12AM;: day out of range",
                "15:04 MST;14:46 GMT+24;: extra text: \"+24\"",
                "15:04 -07:00;14:46 +25:61;: time zone offset minute out of range",
                "4;60;: minute out of range",
                "2006 x;2006 x y;: extra text: \" y\"",
                "Jan;Fob; as \"Jan\": cannot parse \"Fob\" as \"Jan\"",
                "2006-01;2006/01; as \"2006-01\": cannot parse \"/01\" as \"-\"",
                "Z07:00;x; as \"Z07:00\": cannot parse \"x\" as \"Z07:00\"",
                ".000;.12; as \".000\": cannot parse \".12\" as \".000\"",
                "MST;ABCDE; as \"MST\": cannot parse \"ABCDE\" as \"MST\"",
                "PM;pm; as \"PM\": cannot parse \"pm\" as \"PM\"",
            })
    void saysWhatCannotBeRead(String layout, String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoTime.parse(layout, text, ZoneOffset.UTC))
                .withMessage("parsing time \"" + text + "\"" + reason);
    }

    @Test
    void bytesThatAreNoAsciiAreQuotedOneByOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoTime.parse("\u00e9 2006", "\u00e9 20x6", ZoneOffset.UTC))
                .withMessage(
                        "parsing time \"\\xc3\\xa9 20x6\" as \"\\xc3\\xa9 2006\": cannot parse \"20x6\" as \"2006\"");
    }

    @Test
    void anOffsetOfTheLocalZoneIsThatZone() {
        GoTime winter = GoTime.parse(GoTime.RFC_3339, "2026-03-29T01:30:00+01:00", ZoneId.of("Europe/Berlin"));
        assertThat(winter.plus(3_600_000_000_000L)).hasToString("2026-03-29T03:30:00+02:00");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void longLayoutsAndTextsEndWithAShortError() {
        for (String layout : new String[] {"5", "1 ", ".000", ".0001", "x", " ", "Z07:00", "__2", "MST"}) {
            String many = layout.repeat((1 << 20) / layout.length());
            for (String text :
                    new String[] {"5.1".repeat(1 << 18), "1 ".repeat(1 << 19), "x".repeat(1 << 20), " ".repeat(1 << 20)
                    }) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> GoTime.parse(many, text + "!", ZoneOffset.UTC))
                        .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(20_000));
            }
        }
    }
}
