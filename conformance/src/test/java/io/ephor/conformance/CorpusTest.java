package io.ephor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    @TempDir
    Path folder;

    @Test
    void countsDocumentsWithoutThoseOfOnlyComments() throws IOException {
        Files.writeString(folder.resolve("p.yaml"), "---\n# nothing\n---\na: 1\n--- # second\nb: 2\n---\n\n");
        Corpus corpus = new Corpus(folder);

        assertThat(corpus.documents("p.yaml")).containsExactly("a: 1\n", "b: 2\n");
        assertThat(corpus.document("p.yaml#1")).isEqualTo("b: 2\n");
        assertThatThrownBy(() -> corpus.document("p.yaml#2")).isInstanceOf(IOException.class);
    }

    @Test
    void longerDashesDoNotSplit() {
        assertThat(Corpus.split("a: 1\n----\n")).hasSize(1);
    }
}
