package io.ephor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableCellTest {
    @Test
    void keepsShortTextsWithTheirBlanks() {
        assertThat(TableCell.of("a  b ").lines()).containsExactly("a  b ");
    }

    @Test
    void keepsTheLinesOfAText() {
        assertThat(TableCell.of("a\n\nb\n").lines()).containsExactly("a", "", "b", "");
    }

    @Test
    void foldsLongTextsBetweenWords() {
        String word = "w".repeat(100);

        TableCell cell = TableCell.of(word + "  " + word + "\t" + word + " x");

        assertThat(cell.lines()).containsExactly(word + " " + word, word + " x");
        assertThat(cell.width()).isEqualTo(201);
    }

    @Test
    void neverCutsAWord() {
        String word = "w".repeat(1000);

        assertThat(TableCell.of("a " + word + " b").lines()).containsExactly("a", word, "b");
    }

    @Test
    void countsBytesWhenItFolds() {
        String text = ("ä".repeat(100) + " ").repeat(2).strip();

        assertThat(TableCell.of(text).lines()).hasSize(2);
    }

    @Test
    void takesTheEndOffALongTextThatEndsALine() {
        String text = "a".repeat(150) + "\n" + "b".repeat(150) + ".\n";

        assertThat(TableCell.of(text).lines()).containsExactly("a".repeat(150), "b".repeat(150));
    }

    @Test
    void survivesATextOfLineEndsOnly() {
        assertThat(TableCell.of("\n".repeat(301)).lines()).isNotEmpty();
    }

    @Test
    void survivesATextOfBlanksOnly() {
        assertThat(TableCell.of(" ".repeat(400)).lines()).containsExactly(" ".repeat(400));
    }

    @Test
    void measuresColumnsOfATerminal() {
        assertThat(DisplayWidth.of("a\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("政策")).isEqualTo(4);
        assertThat(DisplayWidth.of("\ud83d\ude80")).isEqualTo(2);
        assertThat(DisplayWidth.of("\u0007é")).isEqualTo(1);
    }
}
