package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencePathTest {
    @Test
    void joinsRelativePathsToThePlaceOfTheReference() {
        assertThat(ReferencePath.target("/a/b", "../c")).isEqualTo("/a/c");
        assertThat(ReferencePath.target("/a/b", "./../../c")).isEqualTo("/c");
        assertThat(ReferencePath.target("/a", "../../../c")).isEqualTo("/c");
        assertThat(ReferencePath.target("", "c")).isEqualTo("c");
        assertThat(ReferencePath.target("/a", "..")).isEqualTo("/");
    }

    @Test
    void takesAbsolutePathsAsTheyAreWritten() {
        assertThat(ReferencePath.target("/a/b", "//c/../d")).isEqualTo("//c/../d");
    }

    @Test
    void leavesAnchorsOut() {
        assertThat(ReferencePath.withoutAnchors("/spec/=(a)/^(b)/0/(c)/+(d)")).isEqualTo("/spec/a/b/0/c/d");
        assertThat(ReferencePath.withoutAnchors("/a//b")).isEqualTo("/a/b");
        assertThat(ReferencePath.withoutAnchors("")).isEmpty();
    }
}
