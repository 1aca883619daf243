package io.ephor.jmespath.function.time;

/** The parts of a layout that stand for something; all else in it stands for itself. */
enum Chunk {
    LONG_YEAR,
    YEAR,
    LONG_MONTH,
    MONTH,
    NUMBER_MONTH,
    ZERO_MONTH,
    LONG_WEEKDAY,
    WEEKDAY,
    DAY,
    UNDER_DAY,
    ZERO_DAY,
    UNDER_YEAR_DAY,
    ZERO_YEAR_DAY,
    HOUR,
    HOUR_12,
    ZERO_HOUR_12,
    MINUTE,
    ZERO_MINUTE,
    SECOND,
    ZERO_SECOND,
    CAPITAL_HALF,
    SMALL_HALF,
    ZONE_NAME,
    /** A sign and an offset. */
    OFFSET,
    /** {@code Z}, or a sign and an offset. */
    ZULU_OFFSET,
    /** As many digits as written. */
    FIXED_FRACTION,
    /** Any number of digits, or none. */
    OPEN_FRACTION,
    /** The end of the layout. */
    END
}
