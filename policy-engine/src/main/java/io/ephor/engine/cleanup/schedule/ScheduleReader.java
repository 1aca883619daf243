package io.ephor.engine.cleanup.schedule;

import io.ephor.engine.source.ShortText;
import io.ephor.values.GoDuration;
import io.ephor.values.WhiteSpace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules. Policies are admitted by one cron library and run by another, so a text can be a schedule, none, or one
 * that is admitted and never runs, such as {@code @every 1h}.
 *
 * <p>Kyverno: api/kyverno/v2/cleanup_policy_types.go, ValidateSchedule and GetNextExecutionTime
 */
public final class ScheduleReader {
    private static final String EVERY = "@every ";
    private static final List<String> ZONE_PREFIXES = List.of("TZ=", "CRON_TZ=");

    private ScheduleReader() {}

    /** {@return what a text is as a schedule} */
    public static ScheduleOutcome read(String text) {
        for (String prefix : ZONE_PREFIXES) {
            if (text.startsWith(prefix)) {
                return zoned(text, prefix.length());
            }
        }
        return unzoned(text);
    }

    private static ScheduleOutcome zoned(String text, int start) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return new ScheduleOutcome.Faulty("a time zone and no schedule behind it", 0);
        }
        if (!isZone(text.substring(start, blank))) {
            return new ScheduleOutcome.Faulty("there is no such time zone", start);
        }
        ScheduleOutcome rest = unzoned(WhiteSpace.trim(text.substring(blank)));
        return rest instanceof ScheduleOutcome.Faulty faulty
                ? new ScheduleOutcome.Faulty(faulty.message(), start)
                : new ScheduleOutcome.NeverRuns("a schedule with a time zone is admitted but cannot be run", 0);
    }

    private static ScheduleOutcome unzoned(String text) {
        return text.startsWith("@") ? named(text) : fields(text);
    }

    private static boolean isZone(String name) {
        return name.isEmpty()
                || name.equals("UTC")
                || name.equals("Local")
                || ZoneId.getAvailableZoneIds().contains(name);
    }

    private static ScheduleOutcome named(String text) {
        String fields = switch (text) {
            case "@yearly", "@annually" -> "0 0 1 1 *";
            case "@monthly" -> "0 0 1 * *";
            case "@weekly" -> "0 0 * * 0";
            case "@daily" -> "0 0 * * *";
            case "@hourly" -> "0 * * * *";
            default -> null;
        };
        if (fields != null) {
            return fields(fields);
        }
        boolean admitted = text.equals("@midnight")
                || (text.startsWith(EVERY) && GoDuration.tryParse(text.substring(EVERY.length())) != null);
        String shown = "`" + ShortText.of(text, FieldReader.LONGEST_QUOTE) + "`";
        return admitted
                ? new ScheduleOutcome.NeverRuns(shown + " is admitted but cannot be run", 0)
                : new ScheduleOutcome.Faulty(shown + " is no name of a schedule", 0);
    }

    private static ScheduleOutcome fields(String text) {
        List<FieldReader> readers = new ArrayList<>();
        ScheduleField[] fields = ScheduleField.values();
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (WhiteSpace.is(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfWord(text, at);
            if (count < fields.length) {
                readers.add(new FieldReader(fields[count], text, at, end));
            }
            count++;
            at = end;
        }
        if (count != fields.length) {
            String message = "expected five fields (minute, hour, day of month, month, day of week), found " + count;
            return new ScheduleOutcome.Faulty(message, 0);
        }
        return outcome(text, readers);
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !WhiteSpace.is(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static ScheduleOutcome outcome(String text, List<FieldReader> readers) {
        FieldReader refusing = null;
        for (FieldReader reader : readers) {
            reader.read();
            String fault = reader.fault();
            if (fault != null) {
                return new ScheduleOutcome.Faulty(fault, reader.faultOffset());
            }
            refusing = refusing == null && reader.refusal() != null ? reader : refusing;
        }
        String refusal = refusing == null ? strangeSpace(text) : refusing.refusal();
        if (refusal != null) {
            return new ScheduleOutcome.NeverRuns(refusal, refusing == null ? 0 : refusing.refusalOffset());
        }
        return new ScheduleOutcome.Runs(new Schedule(
                readers.get(0).bits(),
                readers.get(1).bits(),
                readers.get(2).bits(),
                readers.get(3).bits(),
                readers.get(4).bits(),
                readers.get(2).isOpen(),
                readers.get(4).isOpen()));
    }

    private static @Nullable String strangeSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (WhiteSpace.is(character) && (character > ' ' || character == '\u000B')) {
                return "white space that is neither blank, tab nor line end is admitted but cannot be run";
            }
        }
        return null;
    }
}
