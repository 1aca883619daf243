package io.ephor.values;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** The parser's settings, made once for a few sizes of its buffer: it copies what it has not yet read whenever it refills. */
final class ParserSettings {
    static final int LARGEST_BUFFER = 1 << 20;

    private static final LoadSettings SMALL = settings(1 << 12);
    private static final LoadSettings MIDDLE = settings(1 << 16);
    private static final LoadSettings LARGE = settings(LARGEST_BUFFER);

    private ParserSettings() {}

    static LoadSettings forLength(int length) {
        if (length < 1 << 12) {
            return SMALL;
        }
        return length < 1 << 16 ? MIDDLE : LARGE;
    }

    private static LoadSettings settings(int bufferSize) {
        return LoadSettings.builder()
                .setBufferSize(bufferSize)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .setParseComments(false)
                // The version is judged on the event, which has a place.
                .setVersionFunction(version -> version)
                .build();
    }
}
