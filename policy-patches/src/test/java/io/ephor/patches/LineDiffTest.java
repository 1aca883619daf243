package io.ephor.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineDiffTest {
    private static List<String> side(List<LineDiff.Line> lines, char other) {
        return lines.stream()
                .filter(line -> line.mark() != other)
                .map(LineDiff.Line::text)
                .toList();
    }

    private static long changes(List<LineDiff.Line> lines) {
        return lines.stream().filter(line -> line.mark() != ' ').count();
    }

    private static List<String> random(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.add("l" + random.nextInt(4));
        }
        return lines;
    }

    private static int fewest(List<String> before, List<String> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.size() + after.size();
        }
        int[][] table = new int[before.size() + 1][after.size() + 1];
        for (int i = 0; i <= before.size(); i++) {
            for (int j = 0; j <= after.size(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else if (before.get(i - 1).equals(after.get(j - 1))) {
                    table[i][j] = table[i - 1][j - 1];
                } else {
                    table[i][j] = 1 + Math.min(table[i - 1][j], table[i][j - 1]);
                }
            }
        }
        return table[before.size()][after.size()];
    }

    @Test
    void hasBothTextsAndTheFewestChanges() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            List<String> before = random(random);
            List<String> after = random(random);
            List<LineDiff.Line> lines = LineDiff.between(before, after);
            assertThat(side(lines, '+')).isEqualTo(before);
            assertThat(side(lines, '-')).isEqualTo(after);
            assertThat(changes(lines)).as("%s %s", before, after).isEqualTo(fewest(before, after));
        }
    }

    @Test
    @Timeout(20)
    void replacesTheMiddleWhereTooMuchDiffers() {
        List<String> before = IntStream.range(0, 200_000).mapToObj(i -> "a" + i).toList();
        List<String> after = IntStream.range(0, 200_000)
                .mapToObj(i -> i % 2 == 0 ? "a" + i : "b" + i)
                .toList();
        List<LineDiff.Line> lines = LineDiff.between(before, after);
        assertThat(side(lines, '+')).isEqualTo(before);
        assertThat(side(lines, '-')).isEqualTo(after);
    }
}
