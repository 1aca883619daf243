package io.ephor.engine.cleanup.schedule;

import io.ephor.engine.source.ShortText;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of a schedule: a list of {@code *}, {@code 5}, {@code 1-5}, each with a step behind a slash or not. Two
 * readers of the reference have a say: the one that admits the policy, and a stricter one that runs it. Used once.
 *
 * <p>Kyverno: api/kyverno/v2/cleanup_policy_types.go
 */
final class FieldReader {
    static final int LONGEST_QUOTE = 40;

    private final ScheduleField field;
    private final String text;
    private final int start;
    private final int end;
    private long bits;
    private boolean everything;
    private @Nullable String fault;
    private @Nullable String refusal;
    private int faultOffset;
    private int refusalOffset;

    /** Makes a reader of a part of a text. */
    FieldReader(ScheduleField field, String text, int start, int end) {
        this.field = field;
        this.text = text;
        this.start = start;
        this.end = end;
        this.refusalOffset = start;
    }

    /** Reads the field; {@link #fault()} and {@link #refusal()} say how it went. */
    void read() {
        boolean any = false;
        int from = start;
        while (from < end && fault == null) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 || comma > end ? end : comma;
            if (to > from) {
                any = true;
                item(text.substring(from, to), from);
            }
            from = to + 1;
        }
        if (!any) {
            refuse("the " + field.title() + " is an empty list", start);
        }
    }

    private void item(String item, int offset) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        String step = slash < 0 ? null : item.substring(slash + 1);
        int hyphen = range.indexOf('-');
        String low = hyphen < 0 ? range : range.substring(0, hyphen);
        String high = hyphen < 0 ? null : range.substring(hyphen + 1);
        boolean star = low.equals("*") || low.equals("?");
        long first = star ? field.least() : number(low);
        long last = star ? field.most() : high == null ? openEnd(first, step) : number(high);
        if (!admits(item, offset, first, last, step)) {
            return;
        }
        if (star) {
            runStar(item, offset, step);
        } else {
            runRange(item, offset, new Span(low, high, step));
        }
    }

    private long openEnd(long first, @Nullable String step) {
        return step == null ? first : field.most();
    }

    private long number(String written) {
        int named = field.named(written);
        return named >= 0 ? named : ScheduleNumber.admitted(written);
    }

    private boolean admits(String item, int offset, long first, long last, @Nullable String step) {
        String problem = null;
        if (first == ScheduleNumber.NONE || last == ScheduleNumber.NONE) {
            problem = "is no number, range or name";
        } else if (first < field.least() || last > field.most() || first > field.most()) {
            problem = "is not between " + field.least() + " and " + field.most();
        } else if (first > last) {
            problem = "ends before it begins";
        } else if (step != null && ScheduleNumber.admitted(step) == ScheduleNumber.NONE) {
            problem = "has a step that is no number";
        } else if (step != null && ScheduleNumber.admitted(step) == 0) {
            problem = "has a step of 0";
        }
        if (problem != null) {
            fault = "the " + field.title() + " " + quoted(item) + " " + problem;
            faultOffset = offset;
        }
        return problem == null;
    }

    private void runStar(String item, int offset, @Nullable String step) {
        if (item.length() == 1) {
            everything = true;
            add(field.least(), field.most(), 1);
        } else if (step == null || !item.startsWith("*/") || !ScheduleNumber.isDigits(step)) {
            refuseItem(item, offset, false);
        } else if (!isRunnable(step)) {
            refuseItem(item, offset, true);
        } else {
            add(field.least(), field.most(), Integer.parseInt(step));
        }
    }

    private void runRange(String item, int offset, Span span) {
        int first = run(span.low);
        int last = span.high == null ? (span.step == null ? first : field.most()) : run(span.high);
        if (first < 0 || last < 0 || (span.step != null && !ScheduleNumber.isDigits(span.step))) {
            refuseItem(item, offset, false);
        } else if (span.step == null ? last < first : !isRunnable(span.step)) {
            refuseItem(item, offset, true);
        } else {
            add(first, last, span.step == null ? 1 : Integer.parseInt(span.step));
        }
    }

    /** Returns the number that a text is when the schedule runs, or -1. A day of the week with a zero before it is Sunday. */
    private int run(String written) {
        int named = field.named(written);
        if (named >= 0) {
            return named;
        }
        if (!ScheduleNumber.isShort(written)) {
            return -1;
        }
        return field == ScheduleField.DAY_OF_WEEK && written.length() == 2 ? 0 : Integer.parseInt(written);
    }

    private boolean isRunnable(String step) {
        if (!ScheduleNumber.isShort(step)) {
            return false;
        }
        int value = Integer.parseInt(step);
        return value >= 1 && value <= field.most();
    }

    private void add(int first, int last, int step) {
        for (int i = first; i <= last; i += step) {
            bits |= 1L << i;
        }
    }

    /**
     * Refuses an item. A list of minutes, hours or months is read no further than its first {@code *}, a list of days is;
     * what is out of range is found before that.
     */
    private void refuseItem(String item, int offset, boolean outOfRange) {
        boolean days = field == ScheduleField.DAY_OF_MONTH || field == ScheduleField.DAY_OF_WEEK;
        if (outOfRange || days || !everything) {
            refuse("the " + field.title() + " " + quoted(item) + " is admitted but cannot be run", offset);
        }
    }

    private void refuse(String reason, int offset) {
        if (refusal == null) {
            refusal = reason;
            refusalOffset = offset;
        }
    }

    private static String quoted(String item) {
        return "`" + ShortText.of(item, LONGEST_QUOTE) + "`";
    }

    /** Returns the numbers of the field, one bit each. */
    long bits() {
        return bits;
    }

    /** Returns whether the field leaves everything open. */
    boolean isOpen() {
        return everything;
    }

    /** Returns why the policy is not admitted, or null. */
    @Nullable
    String fault() {
        return fault;
    }

    int faultOffset() {
        return faultOffset;
    }

    /** Returns why the schedule is never run, or null. */
    @Nullable
    String refusal() {
        return refusal;
    }

    int refusalOffset() {
        return refusalOffset;
    }

    /** An item that does not begin with a star, as written. */
    private record Span(
            String low, @Nullable String high, @Nullable String step) {}
}
