package io.ephor.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortTextTest {
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void cutsOnlyWhatIsLonger() {
        assertThat(ShortText.of("", 3)).isEmpty();
        assertThat(ShortText.of("abc", 3)).isEqualTo("abc");
        assertThat(ShortText.of("abcd", 3)).isEqualTo("abc…");
    }

    @Test
    void splitsNoSurrogatePair() {
        assertThat(ShortText.of("ab" + SMILE, 4)).isEqualTo("ab" + SMILE);
        assertThat(ShortText.of("ab" + SMILE, 3)).isEqualTo("ab…");
        assertThat(ShortText.of("ab" + SMILE + "c", 4)).isEqualTo("ab" + SMILE + "…");
        assertThat(ShortText.of("\uD83Dabc", 3)).isEqualTo("\uD83Dab…");
    }
}
