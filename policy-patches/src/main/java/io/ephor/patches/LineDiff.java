package io.ephor.patches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that have to go and to come to make one text of another, fewest first. Used once, by one thread.
 *
 * <p>Beyond {@link #MOST_CHANGES} changes everything between the common beginning and end goes and comes: the search costs
 * the square of their number, in time and memory.
 */
final class LineDiff {
    private static final int MOST_CHANGES = 1_000;

    private final List<String> before;
    private final List<String> after;
    private final int[] old;
    private final int[] young;
    private final List<Line> lines = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        Map<String, Integer> numbers = new HashMap<>();
        this.old = numbers(before, numbers);
        this.young = numbers(after, numbers);
    }

    /** Returns the lines of both texts in order, each with what becomes of it. */
    static List<Line> between(List<String> before, List<String> after) {
        LineDiff diff = new LineDiff(before, after);
        diff.compare();
        return diff.lines;
    }

    private static int[] numbers(List<String> texts, Map<String, Integer> numbers) {
        int[] result = new int[texts.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = numbers.computeIfAbsent(texts.get(i), text -> numbers.size());
        }
        return result;
    }

    private void compare() {
        int shorter = Math.min(old.length, young.length);
        int start = 0;
        while (start < shorter && old[start] == young[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && old[old.length - 1 - end] == young[young.length - 1 - end]) {
            end++;
        }
        for (int i = 0; i < start; i++) {
            lines.add(new Line(' ', before.get(i)));
        }
        between(start, old.length - end, start, young.length - end);
        for (int i = old.length - end; i < old.length; i++) {
            lines.add(new Line(' ', before.get(i)));
        }
    }

    /** The search is the greedy one of Myers, 1986. */
    private void between(int oldStart, int oldEnd, int youngStart, int youngEnd) {
        int rows = oldEnd - oldStart;
        int columns = youngEnd - youngStart;
        List<int[]> trace = rows == 0 || columns == 0 ? List.of() : trace(oldStart, youngStart, rows, columns);
        if (trace.isEmpty()) {
            for (int i = oldStart; i < oldEnd; i++) {
                lines.add(new Line('-', before.get(i)));
            }
            for (int j = youngStart; j < youngEnd; j++) {
                lines.add(new Line('+', after.get(j)));
            }
            return;
        }
        replay(trace, oldStart, youngStart, rows, columns);
    }

    /** Returns how far each diagonal reaches after each number of changes; nothing where there would be too many. */
    private List<int[]> trace(int oldStart, int youngStart, int rows, int columns) {
        int most = Math.min(MOST_CHANGES, rows + columns);
        int[] reach = new int[2 * most + 3];
        int centre = most + 1;
        List<int[]> trace = new ArrayList<>();
        for (int changes = 0; changes <= most; changes++) {
            trace.add(Arrays.copyOfRange(reach, centre - changes - 1, centre + changes + 2));
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                boolean down = diagonal == -changes
                        || (diagonal != changes && reach[centre + diagonal - 1] < reach[centre + diagonal + 1]);
                int x = down ? reach[centre + diagonal + 1] : reach[centre + diagonal - 1] + 1;
                int y = x - diagonal;
                while (x < rows && y < columns && old[oldStart + x] == young[youngStart + y]) {
                    x++;
                    y++;
                }
                reach[centre + diagonal] = x;
                if (x >= rows && y >= columns) {
                    return trace;
                }
            }
        }
        return List.of();
    }

    private void replay(List<int[]> trace, int oldStart, int youngStart, int rows, int columns) {
        List<Line> backwards = new ArrayList<>();
        int x = rows;
        int y = columns;
        for (int changes = trace.size() - 1; changes >= 0; changes--) {
            int[] reach = trace.get(changes);
            int centre = changes + 1;
            int diagonal = x - y;
            boolean down = diagonal == -changes
                    || (diagonal != changes && reach[centre + diagonal - 1] < reach[centre + diagonal + 1]);
            int from = down ? diagonal + 1 : diagonal - 1;
            int fromX = reach[centre + from];
            int fromY = fromX - from;
            while (x > fromX && y > fromY) {
                backwards.add(new Line(' ', before.get(oldStart + --x)));
                y--;
            }
            if (changes > 0) {
                backwards.add(
                        down
                                ? new Line('+', after.get(youngStart + fromY))
                                : new Line('-', before.get(oldStart + fromX)));
                x = fromX;
                y = fromY;
            }
        }
        for (int i = backwards.size() - 1; i >= 0; i--) {
            lines.add(backwards.get(i));
        }
    }

    /**
     * A line of one text or of both.
     *
     * @param mark a blank where it is in both, otherwise a minus for the first and a plus for the second
     * @param text the line without its end
     */
    record Line(char mark, String text) {}
}
