package io.ephor.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A table drawn with lines, its columns as wide as their widest cell. Not thread-safe.
 *
 * <p>Kyverno draws tables with github.com/kataras/tablewriter, table.go.
 */
final class TextTable {
    private static final String BLANK = " ";
    private static final String UPRIGHT = "│";
    private static final String LEVEL = "─";

    private final List<TableCell> header;
    private final List<List<TableCell>> rows = new ArrayList<>();

    TextTable(List<TableCell> header) {
        this.header = List.copyOf(header);
    }

    /** Adds a row with as many cells as the header. */
    void add(List<TableCell> row) {
        rows.add(List.copyOf(row));
    }

    String draw() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        line(text, widths);
        row(text, header, widths, true);
        line(text, widths);
        for (List<TableCell> row : rows) {
            row(text, row, widths, false);
        }
        line(text, widths);
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[header.size()];
        widen(widths, header);
        for (List<TableCell> row : rows) {
            widen(widths, row);
        }
        return widths;
    }

    private static void widen(int[] widths, List<TableCell> row) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], row.get(column).width());
        }
    }

    private static void line(StringBuilder text, int[] widths) {
        text.append(UPRIGHT);
        for (int width : widths) {
            text.append(LEVEL.repeat(width + 2)).append(UPRIGHT);
        }
        text.append('\n');
    }

    private static void row(StringBuilder text, List<TableCell> row, int[] widths, boolean paintsPadding) {
        int height = 1;
        for (TableCell cell : row) {
            height = Math.max(height, cell.lines().size());
        }
        for (int line = 0; line < height; line++) {
            text.append(UPRIGHT);
            for (int column = 0; column < widths.length; column++) {
                TableCell cell = row.get(column);
                String content = line < cell.lines().size() ? cell.lines().get(line) : "";
                String padding = BLANK.repeat(Math.max(0, widths[column] - DisplayWidth.of(content)));
                String painted = paintsPadding
                        ? cell.paint().apply(content + padding)
                        : cell.paint().apply(content) + padding;
                text.append(BLANK).append(painted).append(BLANK).append(UPRIGHT);
            }
            text.append('\n');
        }
    }
}
