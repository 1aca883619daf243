package io.ephor.engine.cleanup.schedule;

import java.util.List;
import java.util.Locale;

/** The fields of a schedule, in the order in which they are written. */
enum ScheduleField {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY_OF_MONTH("day of month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    DAY_OF_WEEK("day of week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private final String title;
    private final int least;
    private final int most;
    private final List<String> names;

    ScheduleField(String title, int least, int most, List<String> names) {
        this.title = title;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** Returns what the field is called in texts for people. */
    String title() {
        return title;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Returns the number behind a name in any case, or -1 where the text is no name. */
    int named(String text) {
        int index = names.indexOf(text.toLowerCase(Locale.ROOT));
        return index < 0 ? -1 : least + index;
    }
}
