package io.ephor.conformance;

import java.util.SortedMap;

/**
 * The numbers of a finished run. Immutable.
 *
 * @param features how many cases each missing feature, or combination of them, kept from being asked
 */
record SuiteReport(
        String suite, int passed, int failed, int known, int unsupported, SortedMap<String, Integer> features) {
    /** Returns the line that closes a run. */
    String summary() {
        return "%s: %d passed, %d failed, %d known, %d unsupported"
                .formatted(suite, passed, failed, known, unsupported);
    }
}
