package io.ephor.cli;

/** Starts the program from the operating system. */
public final class Main {
    private Main() {}

    /**
     * Runs the program with the arguments of the process and ends it with the program's exit code.
     *
     * @param arguments the arguments of the command line
     */
    public static void main(String... arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        int exitCode;
        try {
            exitCode = new Ephor(surroundings).run(arguments).exitCode();
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
        System.exit(exitCode);
    }
}
