package io.ephor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What the program touches of the world besides the files that are named to it.
 *
 * @param directory the folder against which relative paths are read
 * @param in the standard input
 * @param out where results go
 * @param err where faults go
 * @param colours whether results may be coloured
 * @param clock what time it is
 */
public record Surroundings(
        Path directory, InputStream in, PrintStream out, PrintStream err, boolean colours, InstantSource clock) {
    private static final int BUFFER = 1 << 16;

    /**
     * Checks that nothing is missing.
     *
     * @param directory the folder against which relative paths are read
     * @param in the standard input
     * @param out where results go
     * @param err where faults go
     * @param colours whether results may be coloured
     * @param clock what time it is
     */
    public Surroundings {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(clock, "clock");
    }

    /**
     * {@return the surroundings of this process} Text is UTF-8 whatever the locale. Colours are on where the standard
     * output is a terminal, of which the launcher tells by the system property {@code ephor.terminal}, and the
     * environment does not set {@code NO_COLOR}.
     */
    static Surroundings ofProcess() {
        String noColour = System.getenv("NO_COLOR");
        boolean wanted = noColour == null || noColour.isEmpty();
        boolean terminal = "true".equals(System.getProperty("ephor.terminal"));
        return new Surroundings(
                Path.of(""),
                System.in,
                text(FileDescriptor.out, false),
                text(FileDescriptor.err, true),
                wanted && terminal,
                InstantSource.system());
    }

    /** {@return a stream of UTF-8 that writes what it is given in large pieces, or at the end of every line} */
    private static PrintStream text(FileDescriptor descriptor, boolean atLineEnds) {
        BufferedOutputStream bytes = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        return new PrintStream(bytes, atLineEnds, StandardCharsets.UTF_8);
    }

    Path resolve(String path) {
        return directory.resolve(path);
    }
}
