package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledAnnotationsTest {
    @Test
    void findsEveryExpectedPair() {
        CompiledAnnotations both = CompiledAnnotations.compile(Map.of("a.io/*", "?", "note", "hello*"));
        assertThat(both.areAmong(Map.of("a.io/x", "1", "note", "hello world"))).isTrue();
        assertThat(both.areAmong(Map.of("a.io/x", "12", "note", "hello world"))).isFalse();
        assertThat(both.areAmong(Map.of("a.io/x", "1"))).isFalse();
    }

    @Test
    void wantsKeyAndValueInTheSamePair() {
        assertThat(CompiledAnnotations.compile(Map.of("a*", "2")).areAmong(Map.of("a1", "1", "b", "2")))
                .isFalse();
    }

    @Test
    void areAlwaysFoundWhereNothingIsExpected() {
        assertThat(CompiledAnnotations.compile(Map.of()).areAmong(Map.of())).isTrue();
    }
}
