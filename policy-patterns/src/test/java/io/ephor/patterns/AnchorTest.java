package io.ephor.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.patterns.Anchor.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorTest {
    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Modifier modifier) {
        Anchor anchor = new Anchor(modifier, "image");
        assertThat(Anchor.parse(anchor.toString())).isEqualTo(anchor);
    }

    @Test
    void ignoresBlanksAroundButNotInside() {
        assertThat(Anchor.parse(" \u00a0=( a )\t")).isEqualTo(new Anchor(Modifier.EQUALITY, " a "));
    }

    @Test
    void takesEverythingBetweenTheFirstAndTheLastParenthesis() {
        assertThat(Anchor.parse("((a))")).isEqualTo(new Anchor(Modifier.CONDITIONAL, "(a)"));
        assertThat(Anchor.parse("X(a)(b)")).isEqualTo(new Anchor(Modifier.NEGATION, "a)(b"));
        assertThat(Anchor.parse("^())")).isEqualTo(new Anchor(Modifier.EXISTENCE, ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "()", "=()", "(a", "a)", "x(a)", "==(a)", "X (a)", ">(a)", "(a\nb)", "=", "(", ")("
            })
    void leavesPlainKeysAlone(String key) {
        assertThat(Anchor.parse(key)).isNull();
    }
}
