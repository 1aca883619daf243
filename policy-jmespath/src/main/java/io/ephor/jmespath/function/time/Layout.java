package io.ephor.jmespath.function.time;

/**
 * A walk through the chunks of a layout such as {@code Mon Jan 2 15:04:05 2006}. Each step finds the next chunk and what
 * stands before it. A layout is given as the characters of its UTF-8 bytes, as Go sees it.
 *
 * <p>Go: time/format.go
 */
final class Layout {
    private static final String[] OFFSETS = {"070000", "07:00:00", "0700", "07:00", "07"};

    private final String text;
    private int literalStart;
    private int start;
    private int end;
    private Chunk chunk = Chunk.END;

    Layout(String text) {
        this.text = text;
    }

    /** Goes on to the next chunk. */
    void next() {
        literalStart = end;
        for (int i = end; i < text.length(); i++) {
            int length = chunkAt(i);
            if (length > 0) {
                // An underscore before a year stands for itself.
                start = chunk == Chunk.LONG_YEAR && text.charAt(i) == '_' ? i + 1 : i;
                end = i + length;
                return;
            }
        }
        chunk = Chunk.END;
        start = text.length();
        end = start;
    }

    /** Says whether the chunk after this one is a fraction of seconds. */
    boolean isFollowedByFraction() {
        Layout following = new Layout(text);
        following.end = end;
        following.next();
        return following.chunk == Chunk.FIXED_FRACTION || following.chunk == Chunk.OPEN_FRACTION;
    }

    Chunk chunk() {
        return chunk;
    }

    String chunkText() {
        return text.substring(start, end);
    }

    int chunkLength() {
        return end - start;
    }

    String text() {
        return text;
    }

    int literalStart() {
        return literalStart;
    }

    int literalEnd() {
        return start;
    }

    /** Sets the chunk that begins at a place and returns its length; 0 where none does. */
    private int chunkAt(int at) {
        return switch (text.charAt(at)) {
            case 'J' -> name(at, "January", "Jan", Chunk.LONG_MONTH, Chunk.MONTH);
            case 'M' ->
                has(at, "MST")
                        ? found(Chunk.ZONE_NAME, 3)
                        : name(at, "Monday", "Mon", Chunk.LONG_WEEKDAY, Chunk.WEEKDAY);
            case '0' -> zeroNumber(at);
            case '1' -> has(at, "15") ? found(Chunk.HOUR, 2) : found(Chunk.NUMBER_MONTH, 1);
            case '2' -> has(at, "2006") ? found(Chunk.LONG_YEAR, 4) : found(Chunk.DAY, 1);
            case '_' -> underscore(at);
            case '3' -> found(Chunk.HOUR_12, 1);
            case '4' -> found(Chunk.MINUTE, 1);
            case '5' -> found(Chunk.SECOND, 1);
            case 'P' -> has(at, "PM") ? found(Chunk.CAPITAL_HALF, 2) : 0;
            case 'p' -> has(at, "pm") ? found(Chunk.SMALL_HALF, 2) : 0;
            case '-' -> offset(at, Chunk.OFFSET);
            case 'Z' -> offset(at, Chunk.ZULU_OFFSET);
            case '.', ',' -> fraction(at);
            default -> 0;
        };
    }

    private int found(Chunk kind, int length) {
        chunk = kind;
        return length;
    }

    private int name(int at, String full, String cut, Chunk fullKind, Chunk cutKind) {
        if (has(at, full)) {
            return found(fullKind, full.length());
        }
        int after = at + cut.length();
        boolean goesOn = after < text.length() && text.charAt(after) >= 'a' && text.charAt(after) <= 'z';
        return has(at, cut) && !goesOn ? found(cutKind, cut.length()) : 0;
    }

    private int zeroNumber(int at) {
        if (has(at, "002")) {
            return found(Chunk.ZERO_YEAR_DAY, 3);
        }
        char digit = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return switch (digit) {
            case '1' -> found(Chunk.ZERO_MONTH, 2);
            case '2' -> found(Chunk.ZERO_DAY, 2);
            case '3' -> found(Chunk.ZERO_HOUR_12, 2);
            case '4' -> found(Chunk.ZERO_MINUTE, 2);
            case '5' -> found(Chunk.ZERO_SECOND, 2);
            case '6' -> found(Chunk.YEAR, 2);
            default -> 0;
        };
    }

    private int underscore(int at) {
        if (has(at, "_2006")) {
            return found(Chunk.LONG_YEAR, 5);
        }
        if (has(at, "_2")) {
            return found(Chunk.UNDER_DAY, 2);
        }
        return has(at, "__2") ? found(Chunk.UNDER_YEAR_DAY, 3) : 0;
    }

    private int offset(int at, Chunk kind) {
        for (String offset : OFFSETS) {
            if (has(at + 1, offset)) {
                return found(kind, offset.length() + 1);
            }
        }
        return 0;
    }

    private int fraction(int at) {
        int after = at + 1;
        char digit = after < text.length() ? text.charAt(after) : 0;
        if (digit != '0' && digit != '9') {
            return 0;
        }
        while (after < text.length() && text.charAt(after) == digit) {
            after++;
        }
        boolean goesOn = after < text.length() && text.charAt(after) >= '0' && text.charAt(after) <= '9';
        return goesOn ? 0 : found(digit == '0' ? Chunk.FIXED_FRACTION : Chunk.OPEN_FRACTION, after - at);
    }

    private boolean has(int at, String part) {
        return text.startsWith(part, at);
    }
}
