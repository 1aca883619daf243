package io.ephor.architecture.planted.engine.match;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

final class ReadsTheClock {
    private ReadsTheClock() {}

    static List<Object> everything() {
        return List.of(Instant.now(), InstantSource.system(), System.nanoTime(), System.getenv("HOME"), System.out);
    }

    static List<Object> chance() {
        return List.of(new Random(), UUID.randomUUID());
    }

    @SuppressWarnings({"DefaultCharset", "DefaultLocale", "StringCaseLocaleUsage"}) // what the rule has to find
    static List<Object> defaults(String text) {
        return List.of(Locale.getDefault(), text.toLowerCase(), new String(text.getBytes()), String.format("%s", text));
    }
}
