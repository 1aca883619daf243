package io.ephor.cli;

/** A reason that keeps a command from doing its work, told in one line; ends in exit code 1. */
final class CommandFault extends Exception {
    private static final long serialVersionUID = 1L;

    CommandFault(String message) {
        super(message);
    }

    /** Returns the line to print. */
    String text() {
        return String.valueOf(getMessage());
    }
}
