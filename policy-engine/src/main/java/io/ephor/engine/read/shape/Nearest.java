package io.ephor.engine.read.shape;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that an unknown one was probably meant to be. */
final class Nearest {
    private static final int LONGEST_NAME = 64;

    private Nearest() {}

    /** Returns the nearest of the known names, or null where none is near. The first wins among equally near ones. */
    static @Nullable String of(String name, Collection<String> known) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int best = Math.max(1, name.length() / 3) + 1;
        String nearest = null;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - name.length()) >= best) {
                continue;
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Counts the insertions, deletions, replacements and swaps of neighbours that make one text the other. */
    private static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                rows[i][j] = isSwap(from, i, to, j) ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
            }
        }
        return rows[from.length()][to.length()];
    }

    private static boolean isSwap(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
