package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathTest {
    @Test
    void writesIndexesInBracketsAndKeysWithDots() {
        assertThat(FieldPath.of("/spec/rules/0/match")).isEqualTo("spec.rules[0].match");
        assertThat(FieldPath.of("/0/a")).isEqualTo("[0].a");
        assertThat(FieldPath.of("")).isEmpty();
    }

    @Test
    void resolvesTheEscapesOfPointers() {
        assertThat(FieldPath.of("/metadata/labels/a.b~1c~0d")).isEqualTo("metadata.labels.a.b/c~d");
        assertThat(FieldPath.of("/a/1x")).isEqualTo("a.1x");
    }
}
