package io.ephor.cli;

import io.ephor.RuleStatus;

/**
 * The colours of tables, or none. Immutable.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/output/color/color.go.
 */
enum Palette {
    /** Writes escape sequences, for terminals. */
    COLOURED,
    /** Leaves texts as they are. */
    COLOURLESS;

    private static final String GREEN_ON_BLACK = "40;32";
    private static final String BOLD_GREEN = "32;1";
    private static final String BOLD_RED = "31;1";
    private static final String BOLD_YELLOW = "33;1";
    private static final String BOLD_CYAN = "36;1";

    String header(String text) {
        return paint(GREEN_ON_BLACK, text);
    }

    String name(String text) {
        return paint(BOLD_CYAN, text);
    }

    String status(RuleStatus status, String text) {
        return switch (status) {
            case PASS -> paint(BOLD_GREEN, text);
            case FAIL, ERROR -> paint(BOLD_RED, text);
            case WARN -> paint(BOLD_YELLOW, text);
            case SKIP -> paint(BOLD_CYAN, text);
        };
    }

    private String paint(String colour, String text) {
        if (this == COLOURLESS || text.isEmpty()) {
            return text;
        }
        return "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
