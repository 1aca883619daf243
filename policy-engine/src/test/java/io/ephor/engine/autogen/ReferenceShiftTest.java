package io.ephor.engine.autogen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReferenceShiftTest {
    @Test
    void insertsTheShiftBehindThePivot() {
        assertThat(ReferenceShift.shifted("must be $(./pattern/a), not $(./x)", "spec/template", "pattern"))
                .isEqualTo("must be $(./pattern/spec/template/a), not $(./x)");
    }

    @Test
    void leavesEscapedReferencesAlone() {
        assertThat(ReferenceShift.shifted("\\$(./pattern/a) $(./pattern/b)", "s", "pattern"))
                .isEqualTo("\\$(./pattern/a) $(./pattern/s/b)");
    }

    @Test
    void takesTheIndexOfAnyPatternFromTheFirstReference() {
        assertThat(ReferenceShift.shifted("$(./anyPattern/1/a) $(./anyPattern/0/b)", "s", "anyPattern"))
                .isEqualTo("$(./anyPattern/1/s/a) $(./anyPattern/0/b)");
    }

    @Test
    void reachesToTheLastParenthesisOfTheWord() {
        assertThat(ReferenceShift.shifted("a$(./pattern/x)b$(./pattern/y)c", "s", "pattern"))
                .isEqualTo("a$(./pattern/s/x)b$(./pattern/s/y)c");
        assertThat(ReferenceShift.shifted("$(./pattern/x pattern)", "s", "pattern"))
                .isEqualTo("$(./pattern/x pattern)");
        assertThat(ReferenceShift.shifted("$( pattern)", "s", "pattern")).isEqualTo("$( pattern/s)");
    }

    @Test
    void leavesAShortReferenceWithoutAnIndexAlone() {
        assertThat(ReferenceShift.shifted("$(./a)", "s", "anyPattern")).isEqualTo("$(./a)");
        assertThat(ReferenceShift.shifted("$(", "s", "anyPattern")).isEqualTo("$(");
        assertThat(ReferenceShift.shifted("x$(y", "s", "anyPattern")).isEqualTo("x$(y");
    }

    @Test
    void looksAtLongMessagesOnlyOnce() {
        String open = "$(".repeat(500_000);
        String words = "$(a ".repeat(500_000);
        assertThatCode(() -> {
                    assertThat(ReferenceShift.shifted(open, "s", "pattern")).isEqualTo(open);
                    assertThat(ReferenceShift.shifted(words, "s", "pattern")).isEqualTo(words);
                })
                .doesNotThrowAnyException();
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> ReferenceShift.shifted(open + words, "s", "pattern"));
    }
}
